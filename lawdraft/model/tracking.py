"""What of this year's draft answers a promise of last year's plan."""

from dataclasses import dataclass

from lawdraft.model.draft import PromiseState


@dataclass(frozen=True, slots=True)
class PromiseMatch:
    """Cards and figures that speak of a promise, the nearest first, and what they suggest.

    `state` is only proposed: done or partial where a figure can be compared, else open.
    """

    promise: str
    cards: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    state: PromiseState = "open"
    why: str = ""
