"""Presets, projects and recovery on disk: one small file each. Damaged ones are set aside and reported once."""
