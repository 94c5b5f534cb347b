"""Photographs and paintings in memory, and plain operations on pixels: resizing, turning, grey, the guided filter."""
