"""What is dropped on the window or pasted into it: one file, several, a folder, copied text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from lawdraft.ui.steps.fill import FillStep
    from lawdraft.ui.window import Window

REPORT_LETTERS = 300  # as many words as may be a report, dragged out of a browser
NO_FILE = "拖进来的不是文件。网上的文件请先下载到电脑里再拖；文字请先复制，再按 Ctrl+V。"
GONE = "找不到“{name}”，可能在压缩包、聊天窗口或已拔掉的U盘里；请先存到电脑上再拖。"
TABLES = (".xlsx", ".xls", ".et", ".ods", ".csv")
USES = {
    "round": "领导或同事改过的稿子，看看改了什么",
    "sheets": "科室、村里填好的收集表",
    "report": "去年的报告，另起一份新草稿",
}


def welcome_anything(event: QDragEnterEvent) -> None:
    """Whatever is dragged here may be let go: it is taken, or a sentence says why not."""
    event.acceptProposedAction()


def take_dropped(window: Window, event: QDropEvent) -> None:
    """Open what was dropped on the window; what is no file, or is gone, gets a sentence."""
    paths, words = paths_in(event.mimeData()), event.mimeData().text().strip()
    event.acceptProposedAction()
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        window.desk.tell(GONE.format(name=missing.name), "bad")
    elif paths:
        QTimer.singleShot(0, window, lambda: open_dropped(window, paths))
    elif len(words) >= REPORT_LETTERS and window.desk.session.draft is None:
        html = event.mimeData().html() or None
        QTimer.singleShot(0, window, lambda: window.paste_words(html, words))
    else:
        window.desk.tell(NO_FILE)


def open_dropped(window: Window, paths: list[Path]) -> None:
    """While a draft is open, a file may be a sheet or the leader's copy: it is asked."""
    use = "open"
    if window.step in ("fill", "preview", "check", "export") and _plain(paths):
        tables = all(path.suffix.lower() in TABLES for path in paths)
        use = "sheets" if tables else _ask_use(window, paths)
    if use in ("open", "report"):
        _open_one(window, paths)
    elif use == "sheets":
        window.show_step("fill")
        window.desk.place_wanted.emit("collect")
        cast("FillStep", window.page("fill")).collect.take_in(paths)
    elif use == "round" and (path := one_of(window, paths)) is not None:
        window.show_step("fill")
        window.desk.place_wanted.emit("rounds")
        cast("FillStep", window.page("fill")).rounds.read(path)


def _plain(paths: list[Path]) -> bool:
    return all(path.is_file() and path.suffix.lower() != ".lawdraft" for path in paths)


def _ask_use(parent: QWidget, paths: list[Path]) -> str:
    """What the file is; empty where the user changed their mind."""
    from lawdraft.ui.dialogs.ask import ask_which

    name = paths[0].name if len(paths) == 1 else f"{len(paths)} 个文件"
    chosen = ask_which(parent, "拖进来的文件", f"“{name}”是什么？", list(USES.values()))
    return next((use for use, words in USES.items() if words == chosen), "")


def paths_in(data: QMimeData) -> list[Path]:
    """Files and folders of this PC in what is dragged or was copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def one_of(parent: QWidget, paths: list[Path]) -> Path | None:
    """The only one, or the one the user chooses; None where they change their mind."""
    if len(paths) <= 1:
        return paths[0] if paths else None
    from lawdraft.ui.dialogs.ask import ask_which

    names = [path.name for path in paths]
    question = f"给了 {len(paths)} 个文件，一次用一份。哪一份是去年的报告？"
    chosen = ask_which(parent, "选一份", question, names)
    return paths[names.index(chosen)] if chosen else None


def take_copied(window: Window) -> None:
    """Open the file that was copied, or take the words as last year's report."""
    paths, html, words = _copied()
    if paths:
        _open_one(window, paths)
    else:
        window.paste_words(html, words)


def _open_one(window: Window, paths: list[Path]) -> None:
    if (path := one_of(window, paths)) is not None:
        window.open_path(path)


def _copied() -> tuple[list[Path], str | None, str | None]:
    """What the clipboard holds: files, a web page's form, plain text."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:  # cleared; Qt's stubs do not say so
        return [], None, None
    html = data.html() if data.hasHtml() else None
    return paths_in(data), html, data.text() if data.hasText() else None
