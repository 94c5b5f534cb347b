"""Composition root: makes the parts, connects them."""
