"""Errors, cancelling, threads, caches and paths. Knows nothing of pictures."""
