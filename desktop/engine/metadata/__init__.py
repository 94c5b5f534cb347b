"""EXIF, XMP and IPTC. What a file says is carried on to the result and made true of it; damaged parts are left out."""
