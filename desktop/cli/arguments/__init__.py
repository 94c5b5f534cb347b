"""Arguments that several commands share, and what the engine is given for them."""
