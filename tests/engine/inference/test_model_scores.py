"""Scores of a model in one dictionary."""

from desktop.engine.inference.model_scores import flat_scores


def test_nested_scores_get_dotted_names() -> None:
    scores = {"a": {"b": {"c": 1.5}, "d": 2}, "e": "text", "f": {}}
    assert flat_scores(scores) == {"a.b.c": 1.5, "a.d": 2, "e": "text"}
