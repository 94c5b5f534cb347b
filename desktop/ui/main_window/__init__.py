"""Composition root: `build_parts` makes the parts of the window, `MainWindow` lays them out, `connect` wires them."""
