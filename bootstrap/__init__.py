"""What run.py stands on. It runs before there is a .venv, so it needs the standard library alone."""
