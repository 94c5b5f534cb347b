"""Background work behind the widgets."""
