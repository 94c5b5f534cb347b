"""Save and export."""
