"""Network definitions, and their weights on disk; nothing here knows of losses or of a run."""
