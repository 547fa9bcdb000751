"""read → recognise: files to reports, reports to outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.flow.drafting import compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.correcting import Corrections
    from lawdraft.model.document import Document, Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.outline import Outline
    from lawdraft.model.report import Report


def read_file(
    path: Path, *, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Lines of a file of any supported kind. Raises CannotReadError with what to do."""
    from lawdraft.read import read_document

    return read_document(path, password=password, progress=progress)


def read_files(
    paths: Iterable[Path], *, password: str | None = None, progress: Progress | None = None
) -> Iterator[Document | LawdraftError]:
    """Many files in order, the bad ones as their error in their place."""
    from lawdraft.read import read_documents

    return read_documents(paths, password=password, progress=progress)


def read_clipboard(html: str | None, text: str | None) -> Document:
    """What was copied elsewhere, a web page's form before plain text. Raises CannotReadError."""
    from lawdraft.read import read_clipboard as read

    return read(html, text)


def recognise(
    document: Document,
    kit: Kit,
    *,
    keep: frozenset[int] = frozenset(),
    corrections: Corrections | None = None,
) -> Report:
    """The report in a document, corrected by the user. Raises NotAReportError for others.

    `keep`: lines that are never removed.
    """
    from lawdraft.model.correcting import NONE
    from lawdraft.recognise import recognise_report

    return recognise_report(document, kit.knowledge, keep=keep, corrections=corrections or NONE)


def recognise_text(text: str, kit: Kit) -> Report:
    """The report in a text, a paragraph a line."""
    return recognise(_as_document(text), kit)


def recognise_last(draft: Draft, kit: Kit) -> Report | None:
    """Last year's report that a draft keeps, with what the user corrected in it."""
    from lawdraft.model.correcting import Corrections

    if not draft.last_text:
        return None
    document = _as_document(draft.last_text)
    whole = frozenset(range(1, len(document.lines) + 1))  # all of it is the report
    given = Corrections(kinds=draft.last_kinds)
    found = recognise(document, kit, keep=whole, corrections=given)
    if draft.last_year in (None, found.year):
        return found
    given = Corrections(kinds=draft.last_kinds, year=draft.last_year)
    return recognise(document, kit, keep=whole, corrections=given)


def _as_document(text: str) -> Document:
    from lawdraft.model.document import Document, Line, Source

    lines = tuple(Line(line) for line in text.split("\n"))
    return Document(Source("", "txt", "draft"), lines)


def outline_file(path: Path, kit: Kit, *, password: str | None = None) -> Report:
    """Read and recognise one file."""
    return recognise(read_file(path, password=password), kit)


def outline_files(
    paths: Iterable[Path],
    kit: Kit,
    *,
    password: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Report | LawdraftError]:
    """Read and recognise many files, in order; a bad one gives its error in its place."""
    from lawdraft.model.errors import LawdraftError

    for document in read_files(paths, password=password, progress=progress):
        if isinstance(document, LawdraftError):
            yield document
            continue
        try:
            yield recognise(document, kit)
        except LawdraftError as error:
            yield error


def load_report(
    path: Path, kit: Kit, *, password: str | None = None
) -> tuple[Report, Draft | None]:
    """The report in any file, or composed from a draft, which then comes along."""
    from lawdraft.store.drafts import is_draft_file, read_draft

    if not is_draft_file(path):
        return outline_file(path, kit, password=password), None
    draft = read_draft(path)
    return compose(draft, kit), draft


def learn(reports: Iterable[Report], kit: Kit, *, name: str = "") -> Outline:
    """The usual structure of these reports."""
    from lawdraft.recognise.outline import learn_outline

    return learn_outline(reports, kit.knowledge, name=name)


def save_outline(outline: Outline, path: Path) -> None:
    """Write a learned outline as a pack file, whole. Raises CannotWriteError."""
    from lawdraft.recognise.outline import save_outline as save

    save(outline, path)


def load_outline(path: Path) -> Outline:
    """The outline in a pack file. Raises BadPackError with what is wrong and where."""
    from lawdraft.recognise.outline import read_outline

    return read_outline(path)
