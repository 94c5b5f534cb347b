"""What one loop can train: each objective has its networks, its optimisers and what each of these takes down."""
