"""Background work behind the widgets. Each is a `Service` that works on threads of its own and reports by signals."""
