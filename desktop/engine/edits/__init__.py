"""Values that say what a person chose for a photograph. Computes nothing, and can be stored as JSON."""
