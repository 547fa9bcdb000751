"""The reports to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.flow.reading import outline_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.report import Report
    from lawdraft.model.similarity import Aligned, Held, Repeat
    from lawdraft.similarity.filing import Filing


def add_to_library(
    paths: Sequence[Path], library: Path, kit: Kit
) -> Iterator[tuple[Path, bool | LawdraftError]]:
    """Take files in as they are asked for: True added, False known already, or why not."""
    from lawdraft.model.errors import LawdraftError
    from lawdraft.similarity import Index
    from lawdraft.similarity.filing import Filing

    with Index.create(library) as index:
        filing = Filing(index)
        try:
            for path, report in zip(paths, outline_files(paths, kit), strict=True):
                if isinstance(report, LawdraftError):
                    yield path, report
                else:
                    yield path, _file(filing, path.name, report)
        finally:  # what was taken in before a cancel stays
            filing.store()


def _file(filing: Filing, name: str, report: Report) -> bool | LawdraftError:
    """Whether it was taken in; what has no text is refused like any bad file."""
    from lawdraft.model.errors import BadLibraryError

    if not report.text.strip():
        return BadLibraryError(f"“{name}”里没有文字，没有加入报告库。")
    return filing.add(name, report.text, report.organisation)


def make_library(library: Path) -> bool:
    """Make an empty library where there is none; whether it was made. Raises BadLibraryError."""
    from lawdraft.similarity import Index
    from lawdraft.similarity.database import NAME

    if (library / NAME).is_file():
        return False
    Index.create(library).close()
    return True


def list_library(library: Path) -> tuple[Held, ...]:
    """The library's reports, in a stable order."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        return index.list()


def library_twins(library: Path) -> dict[str, str]:
    """Reports that stand in a library twice: the name of each, and of the one it repeats."""
    from lawdraft.similarity import Index, twins

    with Index.open(library) as index:
        return twins(index)


def remove_from_library(names: Iterable[str], library: Path) -> None:
    """Take reports out by name. Raises BadLibraryError for a name that is not there."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        for name in names:
            index.remove(name)


def rebuild_library(library: Path) -> None:
    """Make a library's index anew from its texts."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        index.rebuild()


def library_text(library: Path, report_id: str) -> str:
    """The text of a report in a library. Raises BadLibraryError where it is not there."""
    from lawdraft.similarity import Index

    with Index.open(library) as index:
        return index.text(report_id)


def set_phrases(kit: Kit) -> tuple[str, ...]:
    """What the user called a set phrase, the latest first."""
    from lawdraft.store.notes import read_set_phrases

    return read_set_phrases(kit.places)


def keep_set_phrase(phrase: str, kit: Kit) -> None:
    """From now on this is a set phrase for this user. Raises CannotWriteError."""
    from lawdraft.store.notes import add_set_phrase

    add_set_phrase(kit.places, phrase)


def forget_set_phrase(phrase: str, kit: Kit) -> None:
    """Take that back. Raises CannotWriteError."""
    from lawdraft.store.notes import remove_set_phrase

    remove_set_phrase(kit.places, phrase)


def said_twice(text: str) -> tuple[Repeat, ...]:
    """Passages a text says twice."""
    from lawdraft.similarity import repeats

    return repeats(text)


def side_by_side(ours: str, theirs: str) -> tuple[Aligned, ...]:
    """Which characters of two passages are the same, stretch by stretch."""
    from lawdraft.similarity import opcodes

    return opcodes(ours, theirs)
