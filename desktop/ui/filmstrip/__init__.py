"""The open photographs."""
