"""File names and safe writing: a file is written whole or not at all, and damaged ones are kept under another name."""
