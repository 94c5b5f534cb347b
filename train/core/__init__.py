"""Recipes, colour arithmetic, distances, devices, frozen backbones: what all of training stands on."""
