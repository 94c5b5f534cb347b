"""Observable state, undo, what is remembered."""
