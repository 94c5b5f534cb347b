"""Windows of their own: settings, models, guide, log, about, crash report; and the menu of recent photos."""
