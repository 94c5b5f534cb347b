"""The open photographs: the strip that shows them, their thumbnails, and passing looks between them."""
