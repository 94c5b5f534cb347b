"""Qt and system glue that makes no widgets: images, plain text, translations, logging, worker threads, dropped data."""
