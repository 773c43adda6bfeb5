"""A match night at the keyboard, pure: what a typed line means, what the clock says, how the score runs."""
