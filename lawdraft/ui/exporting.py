"""What an export makes and under which name: kinds of files, names that work, the work itself."""

from __future__ import annotations

from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from lawdraft import flow
from lawdraft.model.errors import CannotWriteError
from lawdraft.model.files import FULL, NOT_IN_A_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.flow import Kit
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Report

LONGEST_NAME = 76  # characters: three bytes each on some disks, and room for （公开版）（2）.docx
Stamp = tuple[int, int]  # when a file was changed last, and its size


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its suffix, its name and what it is for."""

    suffix: str
    name: str
    use: str
    tail: str = ""  # of the file's name


KINDS = {
    "docx": Kind(".docx", "Word 文件（.docx）", "上报、打印、领导批改都用它"),
    "pdf": Kind(".pdf", "PDF 文件（.pdf）", "版面固定，适合传阅"),
    "html": Kind(".html", "网页文字（.html）", "贴到政府网站"),
    "txt": Kind(".txt", "纯文字（.txt）", "只要文字，不要格式"),
    "xlsx": Kind(".xlsx", "数字表（.xlsx）", "所有数字、去年今年对照"),
    "self-check": Kind(".docx", "自查表（.docx）", "核查出的问题，签字存档", "（自查表）"),
}
LAID_OUT = ("docx", "pdf")
CAN_BE_PUBLIC = ("docx", "pdf", "html", "txt")
SUFFIXES = frozenset(kind.suffix for kind in KINDS.values())


@dataclass(frozen=True, slots=True)
class Order:
    """One export: of which draft, what kind, whole or public, where to."""

    draft: Draft
    key: str
    path: Path
    public: bool = False
    last: Report | None = None
    library: Path | None = None
    fallback: Path | None = None  # a folder of the user's own that takes files


@dataclass(frozen=True, slots=True)
class Made:
    """The file is there; what the clerk should know, and by what the file is known again."""

    notes: tuple[str, ...]
    left: Stamp | None


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no file; why, and where it would be one."""

    sentence: str
    other: Path | None


def carry_out(order: Order, kit: Kit, progress: Progress) -> Made | Refused:
    """Make the file; where it cannot be written, find the place nearest to it that can."""
    try:
        if order.key == "self-check":
            _write_self_check(order, kit, progress)
            return Made((), stamp(order.path))
        notes = write(order.draft, order.path, kit, public=order.public)
        notes += named_only(order.draft) if order.key in CAN_BE_PUBLIC else ()
    except CannotWriteError as error:
        return Refused(error.sentence, _other_place(order, error))
    return Made(notes, stamp(order.path))


def _other_place(order: Order, error: CannotWriteError) -> Path | None:
    """Another name in the same folder, or the same name in the user's own folder."""
    trouble = error.__cause__
    is_full = isinstance(trouble, OSError) and trouble.errno in FULL
    if not is_full and _takes_files(order.path.parent):
        return other_name(order.path)
    own = order.fallback
    if own is None or own == order.path.parent or not _takes_files(own):
        return None
    path = own / (usable_name(order.path.stem) + order.path.suffix)
    return path if stamp(path) is None else other_name(path)


def _takes_files(folder: Path) -> bool:
    """Whether a file can be made there: tried, since Windows says so of every folder."""
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _write_self_check(order: Order, kit: Kit, progress: Progress) -> None:
    report = flow.compose(order.draft, kit)
    progress(1, 2, "正在核对")
    checked = flow.LiveCheck(kit).check(report, order.draft, order.last, order.library)
    flow.export_self_check(checked, order.path, kit)


def write(draft: Draft, path: Path, kit: Kit, *, public: bool) -> tuple[str, ...]:
    """The file as the draft wishes it, by its suffix; what the clerk should know."""
    report, wished = flow.compose(draft, kit), flow.wished(draft.wishes, kit)
    keep = frozenset(draft.wishes.kept_public)
    if path.suffix.lower() != ".pdf":
        return flow.export(report, path, kit, draft=draft, public=public, keep=keep, **wished)
    from lawdraft.ui.pdf import write_pdf

    pages = flow.lay_out(report, kit, draft=draft, public=public, keep=keep, **wished)
    write_pdf(pages, path)
    return pages.warnings


def named_only(draft: Draft) -> tuple[str, ...]:
    """Attachments that the report names and does not hold, as a sentence."""
    names = [f"“{each.name}”" for each in draft.attachments if each.name and not each.text.strip()]
    return (f"附件{'、'.join(names)}只列了名称，请另外附上。",) if names else ()


def stamp(path: Path) -> Stamp | None:
    """By what a file is known to be unchanged; None where there is none to be seen."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def usable_name(words: str) -> str:
    """Words as a file's name: without what Windows forbids, not longer than disks take."""
    kept = "".join("_" if c in NOT_IN_A_NAME or not c.isprintable() else c for c in words)
    return kept.strip(" .")[:LONGEST_NAME] or "报告"


def other_name(path: Path) -> Path:
    """A name nearby that is free and works everywhere: 报告（2）.docx."""
    stem = usable_name(path.stem)
    if stem != path.stem and stamp(path.with_name(stem + path.suffix)) is None:
        return path.with_name(stem + path.suffix)
    return next(
        made
        for number in range(2, 1000)
        if stamp(made := path.with_name(f"{stem}（{number}）{path.suffix}")) is None
    )
