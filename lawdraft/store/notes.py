"""What the user writes down in the year, his own phrases, what he calls a set phrase: small files."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

import msgspec

from lawdraft.model.diary import DiaryNote
from lawdraft.model.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.store.places import Places

__all__ = [
    "DiaryNote",
    "add_note",
    "add_phrase",
    "add_set_phrase",
    "read_diary",
    "read_phrases",
    "read_set_phrases",
    "remove_note",
    "remove_phrase",
    "remove_set_phrase",
]  # fmt: skip
_T = TypeVar("_T")


def read_diary(places: Places, year: int | None = None) -> tuple[DiaryNote, ...]:
    """The notes, of a year or all, the earliest first."""
    notes = _read(places.data / "diary.json", tuple[DiaryNote, ...])
    wanted = (note for note in notes if year is None or note.day.year == year)
    return tuple(sorted(wanted, key=lambda note: note.day))


def add_note(places: Places, note: DiaryNote) -> None:
    """Keeps a note. Raises CannotWriteError."""
    _write(places.data / "diary.json", (*read_diary(places), note))


def remove_note(places: Places, note: DiaryNote) -> None:
    """Takes a note out again, once. Raises CannotWriteError."""
    rest = list(read_diary(places))
    if note in rest:
        rest.remove(note)
        _write(places.data / "diary.json", tuple(rest))


def read_phrases(places: Places) -> tuple[str, ...]:
    """The user's own phrases, the latest first."""
    return _read(places.data / "phrases.json", tuple[str, ...])


def add_phrase(places: Places, phrase: str) -> None:
    """Keeps a phrase, once. Raises CannotWriteError."""
    _write(places.data / "phrases.json", tuple(dict.fromkeys((phrase, *read_phrases(places)))))


def remove_phrase(places: Places, phrase: str) -> None:
    """Forgets a phrase. Raises CannotWriteError."""
    rest = tuple(each for each in read_phrases(places) if each != phrase)
    _write(places.data / "phrases.json", rest)


def read_set_phrases(places: Places) -> tuple[str, ...]:
    """What the user called a set phrase: similarity never counts it. The latest first."""
    return _read(places.data / "set-phrases.json", tuple[str, ...])


def add_set_phrase(places: Places, phrase: str) -> None:
    """Keeps a set phrase, once. Raises CannotWriteError."""
    kept = dict.fromkeys((phrase, *read_set_phrases(places)))
    _write(places.data / "set-phrases.json", tuple(kept))


def remove_set_phrase(places: Places, phrase: str) -> None:
    """Takes it back. Raises CannotWriteError."""
    rest = tuple(each for each in read_set_phrases(places) if each != phrase)
    _write(places.data / "set-phrases.json", rest)


def _read(path: Path, kind: type[tuple[_T, ...]]) -> tuple[_T, ...]:
    """What the file holds, or where it is damaged or gone, what it held before the last change."""
    for source in (path, _before(path)):
        try:
            return msgspec.json.decode(source.read_bytes(), type=kind)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            continue
    return ()


def _write(path: Path, values: tuple[_T, ...]) -> None:
    """The new list; the one before it is kept beside, a damaged one too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):
        data = path.read_bytes()
        whole = data.rstrip().endswith(b"]")
        write_atomically(_before(path) if whole else path.with_suffix(".damaged"), data)
    write_atomically(path, msgspec.json.format(msgspec.json.encode(values), indent=1))


def _before(path: Path) -> Path:
    return path.with_suffix(".before.json")
