"""What one loop can train: each objective has its networks, its optimisers and the terms that each minimises."""
