"""Qt and system glue without widgets: images, translations, logging, worker threads, dropped data."""
