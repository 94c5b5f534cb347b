"""The terms that networks are trained on; each is a function of an answer and a batch."""
