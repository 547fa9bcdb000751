"""The table of formats: which module reads each, where it runs, how files of it are called."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from lawdraft.read.content import Content


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, data: bytes, password: str | None = None) -> Content:
        """The content of a file's bytes. Raises CannotReadError."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a format is read; up to `trusted` bytes of text in this process, else in one that can be killed.

    The first three have readers of our own whose effort is bounded by the guards of package.py and
    by their size; the rest go through parsers of others.
    """

    module: str
    suffixes: tuple[str, ...]
    trusted: int = 0


WAYS = {
    "txt": Way("plain", (".txt",), trusted=8 << 20),
    "docx": Way("docx", (".docx", ".docm", ".dotx", ".dotm"), trusted=2 << 20),
    "html": Way("web_page", (".html", ".htm"), trusted=1 << 20),
    "doc": Way("ole", (".doc", ".dot", ".wps", ".wpt")),
    "rtf": Way("rtf", (".rtf",)),
    "odt": Way("odt", (".odt", ".ott", ".fodt")),
    "mht": Way("mht", (".mht", ".mhtml"), trusted=1 << 20),
    "pdf": Way("pdf", (".pdf",)),
    "ofd": Way("ofd", (".ofd",)),
    "wordml": Way("flat_word", (".xml",)),
}


def reader_of(name: str) -> Reader:
    """The module that reads this format, imported when first asked for."""
    return cast("Reader", import_module(f"lawdraft.read.{WAYS[name].module}"))


def can_read_suffixes() -> tuple[str, ...]:
    """Suffixes for the file dialog, the usual ones first; other names are read as well."""
    return tuple(suffix for way in WAYS.values() for suffix in way.suffixes)
