"""Scores of networks beside baselines on held-out pictures, as JSON, tables and sheets for the eye."""
