"""The kinds of models that are exported, one module each: graphs, comparison with PyTorch, their part of the card."""
