"""Reports from files into a library: named by their file, the same file taken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.similarity.index import Index

_AT_ONCE = 32  # reports stored and indexed together


class Filing:
    """Files reports into an open index; names are made unique as 年度报告.docx (2)."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names = {held.id for held in index.list()}
        self._waiting: dict[str, tuple[str, str | None]] = {}

    def add(self, name: str, text: str, unit: str | None) -> bool:
        """Take a report in; False where this very text already stands under this file name."""
        number, wanted = 1, name
        while wanted in self._names:
            if self._text(wanted) == text:
                return False
            number += 1
            wanted = f"{name} ({number})"
        self._names.add(wanted)
        self._waiting[wanted] = (text, unit)
        if len(self._waiting) >= _AT_ONCE:
            self.store()
        return True

    def store(self) -> None:
        """Make everything taken in so far durable."""
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self._index.add_many((name, *rest) for name, rest in waiting.items())

    def _text(self, name: str) -> str:
        return self._waiting[name][0] if name in self._waiting else self._index.text(name)
