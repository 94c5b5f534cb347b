"""Colour science: sRGB, CIELAB, gamut, ICC profiles and luminance. Works on arrays alone."""
