"""A file becomes a `Photo`: upright, grey, 8 or 16 bits. A file that cannot be read gives exactly one error."""
