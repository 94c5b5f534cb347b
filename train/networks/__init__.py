"""Network definitions: nothing here knows of data, losses or files."""
