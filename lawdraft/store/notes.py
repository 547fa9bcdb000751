"""What the user writes down in the year, and phrases of his own: two small files of his data."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads it
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from lawdraft.model.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.store.places import Places

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class DiaryNote:
    """An event or a figure noted in seconds: when, on which topic, what, how many."""

    day: dt.date
    text: str
    topic: str = ""
    number: str = ""
    unit: str = ""


def read_diary(places: Places, year: int | None = None) -> tuple[DiaryNote, ...]:
    """The notes, of a year or all, the earliest first; a damaged file counts as empty."""
    notes = _read(places.data / "diary.json", tuple[DiaryNote, ...])
    wanted = (note for note in notes if year is None or note.day.year == year)
    return tuple(sorted(wanted, key=lambda note: note.day))


def add_note(places: Places, note: DiaryNote) -> None:
    """Keeps a note. Raises CannotWriteError."""
    _write(places.data / "diary.json", (*read_diary(places), note))


def remove_note(places: Places, note: DiaryNote) -> None:
    """Takes a note out again. Raises CannotWriteError."""
    rest = tuple(each for each in read_diary(places) if each != note)
    _write(places.data / "diary.json", rest)


def read_phrases(places: Places) -> tuple[str, ...]:
    """The user's own phrases, the latest first; a damaged file counts as empty."""
    return _read(places.data / "phrases.json", tuple[str, ...])


def add_phrase(places: Places, phrase: str) -> None:
    """Keeps a phrase, once. Raises CannotWriteError."""
    _write(places.data / "phrases.json", tuple(dict.fromkeys((phrase, *read_phrases(places)))))


def remove_phrase(places: Places, phrase: str) -> None:
    """Forgets a phrase. Raises CannotWriteError."""
    rest = tuple(each for each in read_phrases(places) if each != phrase)
    _write(places.data / "phrases.json", rest)


def _read(path: Path, kind: type[tuple[_T, ...]]) -> tuple[_T, ...]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ()


def _write(path: Path, values: tuple[_T, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, msgspec.json.format(msgspec.json.encode(values), indent=1))
