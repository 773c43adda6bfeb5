"""What the pages cost with a large archive: `make bench`."""
