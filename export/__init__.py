"""From a checkpoint to the graphs that the program runs."""
