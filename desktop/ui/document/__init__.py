"""The observable state of the window: photo, edit, presets, open photos and settings.

Everything the user changes goes through here, as a step that can be undone.
"""
