"""Recipes, colour arithmetic, distances, devices and frozen backbones: what all of training stands on, importing none of it."""
