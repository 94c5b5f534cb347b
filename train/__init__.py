"""Training and judging of the colouring networks (PyTorch); the program itself never needs this package."""
