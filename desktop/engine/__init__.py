"""The program without a window: files, colour arithmetic, networks and presets."""
