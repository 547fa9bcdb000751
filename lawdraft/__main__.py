"""The two doors: a command goes to the command line, everything else opens the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lawdraft.model.pages import Pages

NO_SCREEN = "没有可用的图形界面，窗口打不开；请在桌面里运行，或用 lawdraft --help 看各个命令。\n"
OPEN_HELP = """用法：lawdraft open [草稿或报告]

  打开窗口；给出文件就打开那份草稿，或由那份报告开始。

选项：
  --help  显示本说明。
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments say; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--read-worker"]:  # the frozen program starts itself so (read/isolation.py)
        from lawdraft.read.worker import serve

        return serve()
    if words[:1] == ["open"] and "--help" in words:
        sys.stdout.write(OPEN_HELP)
        return 0
    if not words or words[0] == "open" or _is_file(words[0]):
        if missing := _missing(words):
            sys.stderr.write(f"找不到文件“{missing}”，请检查文件名和位置。\n")
            return 2
        if no_screen():
            sys.stderr.write(NO_SCREEN)
            return 2
        from lawdraft.ui.app import run

        return run([word for word in words if word != "open"])
    from lawdraft.cli import run_command

    return run_command(words, write_pdf=_write_pdf)


def _is_file(word: str) -> bool:
    """Whether a draft or a report was dropped on the program: commands have no ending."""
    return word.endswith(".lawdraft") or ("." in word and os.path.isfile(word))  # noqa: PTH113


def _missing(words: Sequence[str]) -> str:
    """The first file named behind `open` that is not there, without a screen to tell it on."""
    named = [word for word in words if word != "open" and not word.startswith("-")]
    gone = (word for word in named if not os.path.exists(word))  # noqa: PTH110
    return next((os.path.basename(word)[:80] for word in gone), "") if no_screen() else ""  # noqa: PTH119


def no_screen() -> bool:
    """Whether a Linux session offers nothing to draw on: Qt would abort the process."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)


def _write_pdf(pages: Pages, out: Path) -> None:
    """PDF needs Qt, which only the window may import: hand it in from above both doors."""
    from lawdraft.ui.pdf import write_pdf

    write_pdf(pages, out)


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()  # worker processes of the frozen program start here
    sys.exit(main())
