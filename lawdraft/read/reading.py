"""From paths to documents: intake, sniffing, the right reader in the right process."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from lawdraft.model.document import Document, Source
from lawdraft.model.errors import CancelledError, CannotReadError, LawdraftError
from lawdraft.read.formats import WAYS, reader_of
from lawdraft.read.intake import load, shown
from lawdraft.read.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from lawdraft.model.document import Progress
    from lawdraft.read.content import Content
    from lawdraft.read.frames import Request
    from lawdraft.read.isolation import ReadingProcess
    from lawdraft.read.sniff import Sniffed

SCANNED = (
    "第 {} 页都是扫描的图片，没有可读的文字；请找 Word 电子版，"
    "或安装文字识别组件（lawdraft[ocr]）后再读。"
)
DRAWN = "第 {} 页只有图片或画出来的字，没有可读的文字；请找 Word 电子版，或用 OFD 阅读器复制正文粘贴进来。"
PARTLY_SCANNED = "第 {} 页是扫描的图片，其中的文字没有读入；请对照原件补上。"
DAMAGED = "文件的结构异常，读不出来；请用 Word、WPS 打开后另存为 .docx 再试。"
BLANK = "文件里没有文字，是空白的；请换一份文件。"


def read_document(
    path: Path, *, password: str | None = None, progress: Progress | None = None
) -> Document:
    """The lines of one file of any supported kind. Raises CannotReadError with what to do."""
    with ExitStack() as stack:
        return _read(path, _Errand(password, progress, _process_in(stack)))


def read_documents(
    paths: Iterable[Path], *, password: str | None = None, progress: Progress | None = None
) -> Iterator[Document | LawdraftError]:
    """Many files in order, each as its document or, where it cannot be read, as the error."""
    queue = list(paths)
    with ExitStack() as stack:
        process = _process_in(stack)
        for done, path in enumerate(queue):
            step = _step(progress, done, len(queue), path.name)
            if step is not None:
                step(0, 1, "")
            try:
                yield _read(path, _Errand(password, step, process))
            except CancelledError:
                raise
            except LawdraftError as trouble:
                yield trouble


def _step(progress: Progress | None, done: int, total: int, name: str) -> Progress | None:
    """Progress within one file of many, told as progress through all of them."""
    if progress is None:
        return None
    tell = progress
    return lambda _done, _total, note: tell(done, total, f"{name} {note}".rstrip())


@dataclass(frozen=True, slots=True)
class _Errand:
    """What reading needs besides the path; `process` is started when first called."""

    password: str | None
    progress: Progress | None
    process: Callable[[], ReadingProcess]


def _process_in(stack: ExitStack) -> Callable[[], ReadingProcess]:
    @cache
    def process() -> ReadingProcess:
        from lawdraft.read.isolation import ReadingProcess

        return stack.enter_context(ReadingProcess())

    return process


def _read(path: Path, errand: _Errand) -> Document:
    data = load(path)
    try:
        sniffed = sniff(data)
        content = _content(sniffed, data, errand)
    except CancelledError:
        raise
    except CannotReadError as trouble:
        raise _named(path, trouble) from trouble
    if not any(line.text.strip() for line in content.lines):
        raise _named(path, CannotReadError(BLANK))
    source = Source(str(path), sniffed.format, content.reader, content.warnings)
    return Document(source, content.lines, content.dropped)


def read_clipboard(html: str | None, text: str | None) -> Document:
    """What was copied from a page or a document: the HTML flavour first, else the text."""
    from lawdraft.read.content import text_lines

    if html and html.strip():
        from lawdraft.read.web_page import read_pasted

        content = read_pasted(html)
        if any(line.text.strip() for line in content.lines):
            source = Source("", "html", content.reader, content.warnings)
            return Document(source, content.lines, content.dropped)
    if not text or not text.strip():
        raise CannotReadError("剪贴板里没有文字；请先在网页或 Word 里选中报告并复制。")
    return Document(Source("", "txt", "clipboard"), text_lines(text))


def _content(sniffed: Sniffed, data: bytes, errand: _Errand) -> Content:
    if sniffed.effort <= WAYS[sniffed.format].trusted:
        try:
            return reader_of(sniffed.format).read(data, errand.password)
        except (RecursionError, MemoryError) as trouble:
            raise CannotReadError(DAMAGED) from trouble
    from lawdraft.read.frames import Request

    request = Request(sniffed.format, errand.password)
    content = errand.process().ask(request, data, errand.progress)
    return _with_scans(content, request, data, errand) if content.scanned else content


def _with_scans(content: Content, request: Request, data: bytes, errand: _Errand) -> Content:
    """Scanned pages recognised where that is installed, else named in a sentence."""
    from lawdraft.read.ocr import asked, is_installed, page_list

    if request.kind == "pdf" and is_installed():
        return errand.process().ask(asked(request, content.scanned), data, errand.progress)
    pages = page_list(content.scanned)
    if not any(line.text.strip() for line in content.lines):
        raise CannotReadError((SCANNED if request.kind == "pdf" else DRAWN).format(pages))
    return replace(content, warnings=(*content.warnings, PARTLY_SCANNED.format(pages)))


def _named(path: Path, trouble: CannotReadError) -> CannotReadError:
    """The same trouble, its sentence beginning with the file it is about."""
    if trouble.sentence.startswith("“"):
        return trouble
    return type(trouble)(f"“{shown(path)}”：{trouble.sentence}")
