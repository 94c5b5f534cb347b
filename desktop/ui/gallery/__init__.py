"""The presets: a grid of thumbnails of the user's own photo, and adding, renaming, importing and exporting presets."""
