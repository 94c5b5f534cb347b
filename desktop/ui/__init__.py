"""The window: shows what the engine makes; knows no colour arithmetic and no file formats."""
