"""Writing a file whole or not at all, with one sentence for each way it can fail."""

import contextlib
import errno
import ntpath
import os
import stat
from pathlib import Path, PurePath
from urllib.parse import quote

from lawdraft.model.errors import CannotWriteError, reason_of

TEMPORARY_PREFIX = (
    ".lawdraft-"  # the neighbour's name; short, so that a long target name still fits
)
LONGEST_PLAIN_PATH = 240  # Windows: 260 less what neighbours and journals add
LONG_PATHS = "&vfs=win32-longpath"  # SQLite's own way to paths of over a thousand bytes on Windows
HELD_OPEN = frozenset({5, 32, 33})  # Windows: access denied, sharing and lock violation
# Windows: a share that does not answer, is gone, is full of connections or asks who one is
OUT_OF_REACH = frozenset({21, 51, 53, 54, 55, 58, 59, 64, 65, 67, 71, 121, 1203, 1222, 1231, 1232})
NO_SUCH_NAME = 123  # Windows: a name with characters that no name may have
NOT_IN_A_NAME = frozenset('<>:"/\\|?*')
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if os.name != "nt" else {errno.ENOSPC})
READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def reachable(path: Path, *, windows: bool = os.name == "nt") -> Path:
    r"""The path as Windows opens it beyond 260 characters, \\?\C:\…; others stay as they are."""
    if not windows:
        return path
    whole = ntpath.abspath(str(path))
    if len(whole) < LONGEST_PLAIN_PATH or whole.startswith("\\\\?\\"):
        return path
    share = whole.startswith("\\\\")
    return Path("\\\\?\\UNC\\" + whole[2:] if share else "\\\\?\\" + whole)


def sqlite_uri(path: PurePath, mode: str, *, windows: bool = os.name == "nt") -> str:
    """A path as SQLite opens it, at any depth; a share keeps its two slashes, unlike in as_uri."""
    plain = path.as_posix()
    place = quote(plain if plain.startswith("/") else f"/{plain}", safe="/:")
    return f"file://{place}?mode={mode}{LONG_PATHS if windows else ''}"


def name_trouble(name: str, *, windows: bool = os.name == "nt") -> str:
    r"""Why Windows would not take a file's name, as a sentence; empty where it would.

    报告：终稿.docx is a name, 报告:终稿.docx would be a hidden stream of the file 报告.
    """
    if not windows:
        return ""
    found = sorted({c for c in name if c in NOT_IN_A_NAME or ord(c) < 0x20}, key=name.index)
    if found:
        shown = " ".join(c if c.isprintable() else "换行" for c in found)
        return f"文件名里不能有 {shown} 这样的符号，请去掉或换成别的字再保存。"
    if _is_device(name):
        return f"“{name}”这个名字 Windows 不让用，请换一个文件名再保存。"
    return ""


def _is_device(name: str) -> bool:
    """CON, NUL, COM1 and the like, whatever their suffix; names Windows would cut at their end."""
    stem = name.partition(".")[0].rstrip(" ").upper()
    numbered = stem[:3] in ("COM", "LPT") and stem[3:] in tuple("123456789")
    return stem in ("CON", "PRN", "AUX", "NUL") or numbered or name.endswith((".", " "))


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into `path`: a temporary neighbour, fsync, rename; nothing is left on failure.

    Missing parent folders are not made. Raises CannotWriteError with what to do.
    """
    try:
        target = _checked(path)
        temporary = _write_neighbour(target, data)
        try:
            temporary.replace(target)
        except BaseException:
            _remove(temporary)
            raise
    except OSError as trouble:
        raise CannotWriteError(_sentence(path, trouble)) from trouble


def make_folder(folder: Path) -> None:
    """A folder to write into, with its parents. Raises CannotWriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as trouble:
        raise CannotWriteError(f"“{folder}”是一个文件，请换一个文件夹。") from trouble
    except OSError as trouble:
        raise CannotWriteError(f"文件夹“{folder}”建不了，请换一个能写入的位置。") from trouble


def refuse_overwriting(out: Path, *inputs: Path) -> None:
    """Raise CannotWriteError where `out` is one of the inputs, under whatever name."""
    for source in inputs:
        with contextlib.suppress(OSError, ValueError):
            if out.resolve() == source.resolve() or out.samefile(source):
                raise CannotWriteError(f"不能覆盖原文件“{source.name}”，请换一个文件名再保存。")


def _checked(path: Path) -> Path:
    """The real place of `path` (a link is followed), or the trouble already to be seen."""
    if "\0" in str(path) or not path.name:
        raise CannotWriteError("文件名不能用，请换一个文件名再保存。")
    if sentence := name_trouble(path.name):
        raise CannotWriteError(sentence)
    target = _behind_links(path)
    if target.is_dir():
        raise CannotWriteError(f"“{path}”是一个文件夹，请写明要保存成的文件名。")
    if not target.parent.is_dir():
        raise CannotWriteError(
            f"文件夹“{path.parent}”不存在（改了名、U盘拔了或网络断了？），请换一个位置保存。"
        )
    if target.exists() and not target.is_file():
        raise CannotWriteError(f"“{path}”不是普通文件，不能写入，请换一个文件名。")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", str(path))
    return target


def _behind_links(path: Path) -> Path:
    """The file a link stands for; some systems cannot say so for very long paths."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path.absolute()


def _write_neighbour(target: Path, data: bytes) -> Path:
    temporary = target.with_name(TEMPORARY_PREFIX + os.urandom(6).hex())
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666)  # less the user's mask, like any new file
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _remove(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink()


def _sentence(path: Path, trouble: OSError) -> str:
    name = path.name
    if trouble.errno in FULL:
        return f"磁盘已满，“{name}”没有保存；请清出一些空间或换一个磁盘再保存。"
    if getattr(trouble, "winerror", None) in HELD_OPEN and path.is_file():
        return f"“{name}”正被别的程序（如 Word、WPS）打开或是只读文件，请关闭它或换一个文件名。"
    if getattr(trouble, "winerror", None) in OUT_OF_REACH:
        return f"“{path.parent}”现在连不上，“{name}”没有保存；请先存到本机，连上以后再复制过去。"
    if getattr(trouble, "winerror", None) == NO_SUCH_NAME:
        return "文件名或文件夹名里有不能用的符号，请换一个名字再保存。"
    if trouble.errno in READ_ONLY:
        return f"没有权限写入“{path}”（只读文件或只读文件夹），请换一个位置或文件名保存。"
    if trouble.errno == errno.ENAMETOOLONG:
        return "文件名太长，请换一个短一些的文件名再保存。"
    return f"“{name}”没有保存（{reason_of(trouble)}），请换一个位置再试。"
