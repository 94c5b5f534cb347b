"""Scores of networks beside baselines on held-out pictures, as JSON, tables and sheets of pictures."""
