"""Makes the packages that users install from what PyInstaller has collected, and proves them."""
