"""Films: read, coloured frame by frame with chroma that is steady over time, and written with their sound.

FFmpeg's libraries do the reading and writing (PyAV, an optional dependency); only `library`, `reading`, `writing` and
`joining` know of them. Here are no threads but those of `runner`.
"""
