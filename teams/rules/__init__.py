"""What a sport and a competition decide, as data."""
