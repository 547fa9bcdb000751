"""Similarity: what of a draft stands in other reports, and what is set phrase of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.similarity.index import Index

__all__ = ["Index"]

_HOMES = {"Index": "index"}


def __getattr__(name: str) -> object:
    """Load what is asked for: numpy and SQLite only when a library is used."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
