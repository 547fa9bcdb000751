"""Which file: each function asks and returns a path, or None where the user changed their mind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lawdraft.model.draft import Draft

REPORTS = (
    "报告文件 (*.docx *.doc *.wps *.wpt *.rtf *.odt *.pdf *.ofd *.html *.htm *.mht *.mhtml *.txt)"
)
EVERYTHING = "所有文件 (*)"
DRAFTS = "草稿 (*.lawdraft)"


def ask_report(parent: QWidget) -> Path | None:
    """Last year's report."""
    filters = f"{REPORTS};;{EVERYTHING}"
    return _path(QFileDialog.getOpenFileName(parent, "选择去年的报告", str(documents()), filters))


def ask_draft(parent: QWidget) -> Path | None:
    """A draft file."""
    return _path(
        QFileDialog.getOpenFileName(parent, "打开草稿", str(documents()), f"{DRAFTS};;{EVERYTHING}")
    )


def ask_reports(parent: QWidget) -> list[Path]:
    """Several reports, for the library."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent, "加入报告", str(documents()), f"{REPORTS};;{EVERYTHING}"
    )
    return [Path(each) for each in chosen]


def ask_sheets(parent: QWidget) -> list[Path]:
    """Answered collection sheets."""
    kinds = f"收集表 (*.xlsx *.xls *.et *.docx *.ods *.csv);;{EVERYTHING}"
    chosen, _ = QFileDialog.getOpenFileNames(parent, "收回填好的收集表", str(documents()), kinds)
    return [Path(each) for each in chosen]


def ask_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file of these kinds."""
    filters = f"{kinds};;{EVERYTHING}"
    return _path(QFileDialog.getOpenFileName(parent, title, str(documents()), filters))


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def ask_save_draft(parent: QWidget, draft: Draft | None) -> Path | None:
    """Where the draft is to be kept; the dialog itself asks before replacing a file."""
    if draft is None:
        return None
    name = f"{draft.organisation}{draft.year}年度草稿"
    name = "".join("_" if letter in '\\/:*?"<>|' else letter for letter in name)
    path = _path(
        QFileDialog.getSaveFileName(
            parent, "草稿另存到", str(documents() / f"{name}.lawdraft"), DRAFTS
        )
    )
    return path.with_suffix(".lawdraft") if path else None


def ask_save(parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
    """Where to write; the dialog itself asks before replacing a file."""
    return _path(QFileDialog.getSaveFileName(parent, title, str(suggested), kind))


def documents() -> Path:
    """The user's folder for documents."""
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(place)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def _path(answer: tuple[str, str]) -> Path | None:
    return Path(answer[0]) if answer[0] else None
