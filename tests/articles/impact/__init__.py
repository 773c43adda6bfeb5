"""Which stories state what has changed."""
