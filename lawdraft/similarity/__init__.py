"""Similarity: what of a draft stands in other reports, and what is set phrase of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.similarity.doubles import twins
    from lawdraft.similarity.index import Index
    from lawdraft.similarity.live import Session
    from lawdraft.similarity.side import opcodes, parted
    from lawdraft.similarity.twice import compare_texts, repeats

__all__ = ["Index", "Session", "compare_texts", "opcodes", "parted", "repeats", "twins"]

_HOMES = {
    "Index": "index",
    "Session": "live",
    "compare_texts": "twice",
    "opcodes": "side",
    "parted": "side",
    "repeats": "twice",
    "twins": "doubles",
}


def __getattr__(name: str) -> object:
    """Load what is asked for: numpy and SQLite only when a library is used."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
