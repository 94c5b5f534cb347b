"""Saving one result and exporting many: the dialogs, and a queue that runs while the user goes on editing."""
