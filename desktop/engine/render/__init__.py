"""Photo and look become pixels. Lightness is the photo's, and any part equals the same part of the whole."""
