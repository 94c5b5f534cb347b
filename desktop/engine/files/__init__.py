"""File names and safe writing: a file is written whole or not at all."""
