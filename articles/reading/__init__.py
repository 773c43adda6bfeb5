"""What a text says, pure: no Django, no database."""
