"""Errors, cancelling, threads, caches, paths. Knows nothing of pictures."""
