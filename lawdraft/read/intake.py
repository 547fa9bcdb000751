"""From a path to the file's bytes, or the sentence that says why not."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 150 << 20
OWNER_MARK, LARGEST_OWNER_FILE = "~$", 1024  # who has the document open, nothing more
LONGEST_NAME = 60
HELD_OPEN = (32, 33)  # Windows: sharing violation, lock violation
GONE_PLACES = (21, 53, 55, 59, 64, 67, 1231)  # Windows: drive not ready, network path not found…
GONE_ERRNOS = (errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.EHOSTDOWN, errno.ENETUNREACH)


def load(path: Path) -> bytes:
    """All bytes of an ordinary file of tolerable size. Raises CannotReadError."""
    try:
        _refuse_by_status(path)
        with path.open("rb") as file:  # read only: Word's and WPS's own locks allow that
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as trouble:
        raise CannotReadError(_sentence(path, trouble)) from trouble
    if not data:
        raise CannotReadError(f"“{shown(path)}”是空文件（0 字节），里面没有内容；请换一份文件。")
    if len(data) > LARGEST_FILE:
        raise CannotReadError(_too_large(path))
    if path.name.startswith(OWNER_MARK) and len(data) < LARGEST_OWNER_FILE:
        raise CannotReadError(
            f"“{shown(path)}”是 Word、WPS 打开文稿时留下的临时文件，里面没有正文；请选择不带“~$”的那一份。"
        )
    return data


def shown(path: Path) -> str:
    """The file's name for a sentence, its middle left out where it would fill the sentence."""
    name = path.name or str(path)
    return name if len(name) <= LONGEST_NAME else f"{name[:40]}…{name[-15:]}"


def _refuse_by_status(path: Path) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise CannotReadError(f"“{shown(path)}”是一个文件夹，请选择里面的文件。")
    if not stat.S_ISREG(status.st_mode):  # a pipe or device could keep us waiting for ever
        raise CannotReadError(f"“{shown(path)}”不是普通文件，不能读取；请换一份文件。")
    if status.st_size > LARGEST_FILE:
        raise CannotReadError(_too_large(path))


def _too_large(path: Path) -> str:
    return (
        f"“{shown(path)}”太大（超过 {LARGEST_FILE >> 20} MB），不像一份报告；"
        "请删去其中的图片或附件再试。"
    )


def _sentence(path: Path, trouble: OSError | ValueError) -> str:
    name = shown(path)
    if isinstance(trouble, ValueError):  # a NUL in the name
        return "文件名不能用，请检查文件名。"
    if getattr(trouble, "winerror", None) in HELD_OPEN:
        return f"“{name}”正被别的程序（如 Word、WPS）占用，请先关闭它再试。"
    if getattr(trouble, "winerror", None) in GONE_PLACES or trouble.errno in GONE_ERRNOS:
        return f"找不到“{name}”所在的磁盘或网络位置，请检查U盘、网络是否连好。"
    if isinstance(trouble, PermissionError):
        return f"没有权限读取“{name}”，或它正被别的程序占用；请关闭占用它的程序，或复制一份到桌面再试。"
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        return f"找不到文件“{name}”，它可能被移动、改名或删除了；请重新选择。"
    if trouble.errno == errno.ENAMETOOLONG:
        return "文件名太长，请改短后再试。"
    if trouble.errno == errno.EIO:
        return f"读取“{name}”时出错，磁盘或U盘可能坏了、被拔出；请把文件复制到本机再试。"
    return f"“{name}”不能读取（{reason_of(trouble)}），请换一份文件。"
