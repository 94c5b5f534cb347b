"""Makes what a person installs from what PyInstaller has collected, and proves it."""
