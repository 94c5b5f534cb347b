"""How far a set of pictures is from another, as distributions of a backbone's features."""

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


def _moments(features: Doubles) -> tuple[Doubles, Doubles]:
    centred = features - features.mean(axis=0)
    return features.mean(axis=0), centred.T @ centred / (len(features) - 1)


def frechet_distance(first: NDArray[np.floating], second: NDArray[np.floating]) -> float:
    """Fréchet distance of two sets of features [N,D], each taken as a Gaussian (Heusel et al., 2017, eq. 6).

    |difference of the means|^2 + trace(A + B - 2 (AB)^(1/2)) of the covariances A and B, in double precision. The
    trace of (AB)^(1/2) is the sum of the square roots of the eigenvalues of A^(1/2) B A^(1/2), which is symmetric, so
    neither complex numbers nor an iteration come in, and covariances without full rank do no harm.

    A sample's covariance scatters more the fewer pictures there are for its dimensions, so the distance comes out
    too large, by an amount that depends on N (Chong and Forsyth, 2020). With some 900 pictures for 512 dimensions it
    serves to compare rivals on the same pictures, and for nothing else: neither other sets nor other papers. Two sets
    of fewer than two pictures have none: nan.
    """
    if min(len(first), len(second)) < 2:
        return float("nan")
    mean, covariance = _moments(first.astype(np.float64))
    other_mean, other_covariance = _moments(second.astype(np.float64))
    values, vectors = np.linalg.eigh(covariance)
    root = (vectors * np.sqrt(values.clip(min=0.0))) @ vectors.T
    product = root @ other_covariance @ root
    shared = np.sqrt(np.linalg.eigvalsh((product + product.T) / 2.0).clip(min=0.0)).sum()
    spread = np.trace(covariance) + np.trace(other_covariance) - 2.0 * shared
    return float(np.square(mean - other_mean).sum() + max(spread, 0.0))
