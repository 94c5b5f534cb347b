"""The command line: arguments, commands, and what the terminal shows. Uses the engine, never Qt."""
