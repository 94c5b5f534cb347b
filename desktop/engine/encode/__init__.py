"""Pixels become a file, stripe by stripe where the format allows it, and never over the original."""
