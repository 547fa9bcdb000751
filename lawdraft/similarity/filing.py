"""Reports from files into a library: named by their file, the same file taken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.similarity.index import Index


class Filing:
    """Files reports into an open index; names are made unique as 年度报告.docx (2)."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names = {held.id for held in index.list()}

    def add(self, name: str, text: str, unit: str | None) -> bool:
        """Take a report in; False where this very text already stands under this file name."""
        number, wanted = 1, name
        while wanted in self._names:
            if self._index.text(wanted) == text:
                return False
            number += 1
            wanted = f"{name} ({number})"
        self._index.add(wanted, text, unit)
        self._names.add(wanted)
        return True
