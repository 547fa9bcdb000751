"""Logistic regression with a little ridge (Cox 1958), fitted by Newton's method."""

from __future__ import annotations

import numpy as np

FOLDS = 8
ROUNDS, SETTLED = 80, 1e-6  # steps at most; a step so small is the last


def fit(facts: np.ndarray, wanted: np.ndarray, counts: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of the facts (a row each); `counts`: what each row counts for."""
    weights = np.zeros(facts.shape[1])
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-np.clip(facts @ weights, -30, 30)))
        slope = facts.T @ (counts * (sure - wanted)) + ridge * weights
        bend = (facts * (counts * sure * (1 - sure))[:, None]).T @ facts
        step = np.linalg.solve(bend + ridge * np.eye(len(weights)), slope)
        weights -= step
        if abs(step).max() < SETTLED:
            break
    return weights


def elsewhere(
    groups: list[str], facts: np.ndarray, wanted: np.ndarray, counts: np.ndarray, ridge: float
) -> np.ndarray:
    """What each row scores by weights learnt where its group is not among the rows."""
    names = sorted(set(groups))
    fold = np.array([names.index(group) % FOLDS for group in groups])
    scores = np.zeros(len(groups))
    for number in range(FOLDS):
        rest = fold != number
        scores[~rest] = facts[~rest] @ fit(facts[rest], wanted[rest], counts[rest], ridge)
    return scores
