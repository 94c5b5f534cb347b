"""Reusable widgets, the theme and its style sheet. They show and change plain values and know no document."""
