"""Troubles that a user can mend; each carries the one Chinese sentence that says what to do."""

import errno

LONGEST_SENTENCE = 240  # contract.md: one Chinese line of at most 240 characters


REASONS = {
    errno.ENOENT: "文件不存在",
    errno.ENOTDIR: "文件夹不存在",
    errno.EISDIR: "这是一个文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正被别的程序占用",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EMFILE: "打开的文件太多",
    errno.ETIMEDOUT: "连不上",
    errno.EHOSTDOWN: "连不上",
    errno.EHOSTUNREACH: "连不上",
    errno.ENETUNREACH: "网络断了",
    errno.ESTALE: "网络断了",
    errno.ENOTCONN: "网络断了",
    errno.ENODEV: "磁盘拔掉了",
    errno.ENXIO: "磁盘拔掉了",
}


def reason_of(trouble: OSError) -> str:
    """Why the system refused, in a few Chinese words; its error number where none fit."""
    return REASONS.get(trouble.errno or 0) or f"系统错误 {trouble.errno}"


class LawdraftError(Exception):
    """Expected trouble: the window shows its sentence, the command line prints it and exits 2."""

    def __init__(self, sentence: str) -> None:
        one_line = " ".join(sentence.split())
        if len(one_line) > LONGEST_SENTENCE:
            one_line = one_line[: LONGEST_SENTENCE - 1] + "…"
        super().__init__(one_line)
        self.sentence = one_line


class CannotReadError(LawdraftError):
    """A file that is missing, empty, damaged, locked, protected or of a kind nobody can read."""


class PasswordNeededError(CannotReadError):
    """The file opens with a password, and none or a wrong one was given."""


class NotAReportError(LawdraftError):
    """Readable text, but not a 法治政府建设 report."""


class CannotWriteError(LawdraftError):
    """The target cannot be written: full disk, read-only, held open by another program."""


class BadDraftError(LawdraftError):
    """A draft file that is damaged, no draft at all, or made by a newer version."""


class DamagedDraftError(BadDraftError):
    """A draft file of which something may still be recovered."""


class BadPackError(LawdraftError):
    """A knowledge, outline, wording or layout pack that does not hold what it should."""


class BadLibraryError(LawdraftError):
    """A report library that cannot be used, or a report in it that does not exist."""


class BadUsageError(LawdraftError):
    """Wrong words on the command line or a choice that does not exist."""


class CancelledError(LawdraftError):
    """The user stopped a long step; raised through its progress callback."""

    def __init__(self) -> None:
        super().__init__("已取消。")
