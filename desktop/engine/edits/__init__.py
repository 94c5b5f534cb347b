"""Values that say what a user chose for a photograph, and their JSON. Nothing is computed here."""
