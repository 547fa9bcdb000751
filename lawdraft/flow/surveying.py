"""A folder of reports as one survey: each file read and checked by itself, then all compared."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from lawdraft.flow.checking import check
from lawdraft.flow.reading import read_files, recognise
from lawdraft.model.errors import (
    BadLibraryError,
    CannotReadError,
    CannotWriteError,
    LawdraftError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.document import Document, Progress
    from lawdraft.model.similarity import Comparison, Match
    from lawdraft.model.survey import Copying, Survey, SurveyRow
    from lawdraft.similarity import Index

LEAST_SHARE = 0.02  # of a report, before another one is named for it
EMPTY = "文件夹“{0}”里没有文件，请选择放有各单位报告的文件夹。"
NOTHING = "文件夹“{0}”里的 {1} 个文件没有一份是能识别的报告（图片和扫描件要先转成文字），请换一个文件夹再试。"
UNEXPECTED = (
    "程序处理这一份时出了意外，没有汇总它；请把它另存为 .docx 再试，或在窗口里单独打开看看。"
)
NO_ROOM = "存放临时文件的磁盘已满或不能写入，报告没有比对完；请清出一些空间再试。"


def survey(
    folder: Path,
    kit: Kit,
    *,
    leave_out: Path | None = None,
    progress: Progress | None = None,
    tell: Callable[[SurveyRow], None] | None = None,
) -> Survey:
    """The reports in a folder side by side; a bad file is a row that says so.

    Goes on where an earlier survey of the same files was broken off; `tell` hears of every row as
    soon as it is there. Raises CannotReadError where `folder` is none, or nothing in it can be read.
    """
    from lawdraft.check.county import gather

    files = _files(folder, leave_out)
    rows = []
    for row in _rows(files, folder, kit, progress):
        rows.append(row)
        if tell:
            tell(row)
    if all(row.trouble for row in rows):
        raise CannotReadError(NOTHING.format(folder.name or folder, len(rows)))
    indicators = {indicator.id: indicator for indicator in kit.knowledge.indicators}
    return gather(str(folder), rows, _copying(rows, kit, progress), indicators)


def _rows(
    files: Sequence[Path], folder: Path, kit: Kit, progress: Progress | None
) -> Iterator[SurveyRow]:
    """A row for each file, in order; what an earlier survey found out is not read again."""
    from lawdraft.store.surveys import FoundRows, content_key

    state = state_of_knowledge(kit)
    keys = [content_key(path, state) for path in files]
    with FoundRows(kit.places.cache) as found:
        known = [found.get(key) for key in keys]
        missing = [path for path, row in zip(files, known, strict=True) if row is None]
        fresh = _documents(missing)
        for number, (path, key, row) in enumerate(zip(files, keys, known, strict=True)):
            if progress:
                progress(number, 2 * len(files), path.name)
            if row is None:
                row = _row(next(fresh), kit)
                if row.trouble != UNEXPECTED:
                    found.put(key, row)
            yield replace(row, name=path.relative_to(folder).as_posix())


def _files(folder: Path, leave_out: Path | None) -> Sequence[Path]:
    from lawdraft.store.targets import files_below

    if not folder.is_dir():
        raise CannotReadError(f"“{folder}”不是文件夹，请选择放有各单位报告的文件夹。")
    left_out = leave_out.resolve() if leave_out else None
    files = [path for path in files_below([folder]) if path.resolve() != left_out]
    if not files:
        raise CannotReadError(EMPTY.format(folder.name or folder))
    return files


def _documents(paths: Sequence[Path]) -> Iterator[Document | LawdraftError]:
    """Every file read, in order; where a reader itself breaks down, the next one goes on."""
    done = 0
    while done < len(paths):
        try:
            for document in read_files(paths[done:]):
                done += 1
                yield document
        except Exception:  # noqa: BLE001  three hundred reports are not given up for one
            done += 1
            yield CannotReadError(UNEXPECTED)


def _row(document: Document | LawdraftError, kit: Kit) -> SurveyRow:
    from lawdraft.check.county import row_of
    from lawdraft.model.survey import SurveyRow

    if isinstance(document, LawdraftError):
        return SurveyRow("", trouble=document.sentence)
    try:
        report = recognise(document, kit)
        return row_of("", report, check(report, kit).findings)
    except LawdraftError as trouble:
        return SurveyRow("", trouble=trouble.sentence)
    except Exception:  # noqa: BLE001  nor for one that a rule stumbles over
        return SurveyRow("", trouble=UNEXPECTED)


def state_of_knowledge(kit: Kit) -> str:
    """Changes with the program and its packs: then everything is found out anew."""
    from lawdraft import __version__
    from lawdraft.flow.output import list_packs

    packs = ((p.kind, p.name, p.version, p.as_of) for p in list_packs(kit))
    return repr((__version__, *packs))


def _copying(rows: Sequence[SurveyRow], kit: Kit, progress: Progress | None) -> list[Copying]:
    """What of each report stands in another one of the folder; a library for the moment tells."""
    from lawdraft.similarity import Index

    kit.places.cache.mkdir(parents=True, exist_ok=True)
    numbers = [n for n, row in enumerate(rows) if not row.trouble]
    found: list[Copying] = []
    with (
        _room_for_it(),
        tempfile.TemporaryDirectory(prefix="survey-", dir=kit.places.cache) as folder,
        Index.create(folder) as index,
    ):
        index.add_many((str(n), rows[n].text, rows[n].organisation) for n in numbers)
        for done, number in enumerate(numbers):
            if progress:
                progress(len(rows) + done, 2 * len(rows), rows[number].name)
            found += _copied_from(number, rows[number], index)
    return found


@contextlib.contextmanager
def _room_for_it() -> Iterator[None]:
    """The library for the moment stands in the cache folder, which may be full or read-only."""
    try:
        yield
    except (BadLibraryError, OSError) as trouble:
        raise CannotWriteError(NO_ROOM) from trouble


def _copied_from(number: int, row: SurveyRow, index: Index) -> Iterator[Copying]:
    comparison = index.compare(row.text, exclude=(str(number),), unit=row.organisation)
    for source, matches in groupby(_copied(comparison), key=lambda m: m.report_id):
        made = _copying_of(number, int(source), tuple(matches), len(row.text))
        if made.share >= LEAST_SHARE:
            yield made


def _copied(comparison: Comparison) -> list[Match]:
    copied = [match for match in comparison.matches if match.kind == "copied"]
    return sorted(copied, key=lambda m: (int(m.report_id), m.draft.start))


def _copying_of(here: int, there: int, matches: tuple[Match, ...], length: int) -> Copying:
    from lawdraft.model.survey import Copying, Passage

    covered: set[int] = set()
    for match in matches:
        covered.update(range(match.draft.start, match.draft.end))
    passages = tuple(Passage(match.draft, match.source) for match in matches)
    share = len(covered) / max(length, 1)
    return Copying(here, there, share, passages, own=all(match.own for match in matches))


def export_survey(found: Survey, out: Path) -> None:
    """Write a survey's workbook, whole. Raises CannotWriteError."""
    from lawdraft.export.survey_sheet import write_survey
    from lawdraft.model.files import write_atomically

    write_atomically(out, write_survey(found))
