"""All ways to cut items into claims, summed by dynamic programming (Sarawagi & Cohen 2004).

Positions are padded to the longest item, so that all items are summed at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_NEVER = -1e9


class Lattice:
    """Cuts of items of given lengths.

    Parameters
    ----------
    lengths : sequence of int
        Number of chunks of each item, at least 1.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        self.lengths = np.asarray(lengths)
        self.longest = int(self.lengths.max())
        offsets = np.concatenate([[0], np.cumsum(self.lengths)])
        self.item = np.repeat(np.arange(len(lengths)), self.lengths)
        self.place = np.arange(offsets[-1]) - offsets[self.item]
        runs = [(m, i, j) for m, n in enumerate(lengths) for i in range(n) for j in range(i, n)]
        self.run_item, self.run_first, self.run_last = (np.array(column) for column in zip(*runs, strict=True))

    def _padded(self, values: np.ndarray) -> np.ndarray:
        full = np.zeros((len(self.lengths), self.longest, *values.shape[1:]))
        full[self.item, self.place] = values
        return full

    def marginals(
        self, own: np.ndarray, added: np.ndarray, spans: np.ndarray
    ) -> tuple[float, np.ndarray, np.ndarray, np.ndarray]:
        """Sum over all cuts, and how probable each part of a cut is.

        Parameters
        ----------
        own : ndarray of shape (n_chunks, 3)
            Scores of outside, begin and inside.
        added : ndarray of shape (n_chunks, 3, 3)
            What the state before (start, outside, claim) adds.
        spans : ndarray of shape (n_runs,)

        Returns
        -------
        total : float
            Sum over items of the log of the summed weights.
        outside, begin : ndarray of shape (n_chunks, 3)
            Probability that a chunk stands outside, or begins a claim, after each state.
        claim : ndarray of shape (n_runs,)
            Probability of each run.
        """
        own, added, runs = self._padded(own), self._padded(added), self._run_table(spans)
        going = np.cumsum(own[:, :, 2] + added[:, :, 2, 2], axis=1)
        forward, enter = self._forward(own, added, runs, going)
        backward, leave = self._backward(own, added, runs, going)
        total = np.logaddexp.reduce(forward[np.arange(len(own)), self.lengths], axis=1)
        scale = total[:, None, None]
        outside = forward[:, :-1] + added[..., 0] + (own[..., 0] + backward[:, 1:, 1])[..., None] - scale
        begin = forward[:, :-1] + added[..., 1] + leave[..., None] - scale
        m, i, j = self.run_item, self.run_first, self.run_last
        claim = enter[m, i] + going[m, j] - going[m, i] + runs[m, i, j] + backward[m, j + 1, 2] - total[m]
        return float(total.sum()), *(np.exp(x[self.item, self.place]) for x in (outside, begin)), np.exp(claim)

    def _run_table(self, spans: np.ndarray) -> np.ndarray:
        table = np.full((len(self.lengths), self.longest, self.longest), _NEVER)
        table[self.run_item, self.run_first, self.run_last] = spans
        return table

    def _forward(
        self, own: np.ndarray, added: np.ndarray, runs: np.ndarray, going: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Log weight of the first i chunks by the state they end in, and of entering a claim at each chunk."""
        state = np.full((len(own), self.longest + 1, 3), _NEVER)
        state[:, 0, 0] = 0
        enter = np.full((len(own), self.longest), _NEVER)
        for i in range(self.longest):
            ways = state[:, i, :, None] + added[:, i]
            state[:, i + 1, 1] = own[:, i, 0] + np.logaddexp.reduce(ways[..., 0], axis=1)
            enter[:, i] = own[:, i, 1] + np.logaddexp.reduce(ways[..., 1], axis=1)
            claims = enter[:, : i + 1] + going[:, i, None] - going[:, : i + 1] + runs[:, : i + 1, i]
            state[:, i + 1, 2] = np.logaddexp.reduce(claims, axis=1)
        return state, enter

    def _backward(
        self, own: np.ndarray, added: np.ndarray, runs: np.ndarray, going: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Log weight of what follows i chunks by the state they end in, and of a claim from each chunk on."""
        state = np.full((len(own), self.longest + 1, 3), _NEVER)
        leave = np.full((len(own), self.longest), _NEVER)
        for i in range(self.longest, -1, -1):
            if i < self.longest:
                claims = going[:, i:] - going[:, i, None] + runs[:, i, i:] + state[:, i + 1 :, 2]
                leave[:, i] = own[:, i, 1] + np.logaddexp.reduce(claims, axis=1)
                outside = added[:, i, :, 0] + (own[:, i, 0] + state[:, i + 1, 1])[:, None]
                state[:, i] = np.logaddexp(outside, added[:, i, :, 1] + leave[:, i, None])
            state[self.lengths == i, i] = 0
            state[self.lengths < i, i] = _NEVER
        return state, leave
