"""The picture and what is done on it."""
