"""The window: shows what the engine makes. It knows no colour arithmetic and no file formats."""
