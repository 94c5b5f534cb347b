"""Values that say what a person chose for a photograph, and their JSON. Nothing is computed here."""
