"""Qt and system glue without widgets."""
