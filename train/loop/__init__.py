"""A training run from recipe to checkpoint, resumed where it stopped, and runs beside each other."""
