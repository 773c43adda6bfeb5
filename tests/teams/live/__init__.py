"""A match night at the keyboard."""
