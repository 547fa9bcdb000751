"""Scanned pages read by rapidocr, where the optional extra lawdraft[ocr] is installed."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from lawdraft.read.page_piece import Piece
from lawdraft.read.page_rows import Page, Row, rows_of_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.document import Progress
    from lawdraft.read.content import Content
    from lawdraft.read.frames import Request

DOTS_PER_POINT = 200 / 72
LEAST_SURE = 0.5
CHECK = "第 {} 页是扫描的图片，文字由识别得来，难免有错，请对照原件逐字检查。"
CPU_SECONDS = 3600
MEMORY = 3 << 30


def is_installed() -> bool:
    """Whether scanned pages can be read on this PC."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def asked(request: Request, pages: tuple[int, ...]) -> Request:
    """The same request with these pages to be recognised, and the time and memory that takes."""
    return replace(request, kind="ocr", pages=pages, cpu_seconds=CPU_SECONDS, memory=MEMORY)


def recognise_pages(
    data: bytes, password: str | None, pages: Sequence[int], progress: Progress
) -> Content:
    """A PDF's content with the text of its scanned pages; tells after each page."""
    from rapidocr import RapidOCR

    from lawdraft.read.pdf import content_of, open_pdf

    engine = RapidOCR()
    found: dict[int, list[Row]] = {}
    with open_pdf(data, password) as document:
        for done, number in enumerate(pages):
            progress(done, len(pages), f"正在识别第 {number + 1} 页")
            page = document[number]
            width, height = page.get_size()
            image = page.render(scale=DOTS_PER_POINT).to_numpy()
            found[number] = rows_of_page(_pieces(engine(image)), Page(number, width, height))
    content = content_of(data, password, found)
    told = CHECK.format(page_list(pages))
    return replace(content, reader="rapidocr", warnings=(*content.warnings, told))


def _pieces(result: object) -> list[Piece]:
    """What the engine found, in points."""
    boxes, texts, scores = (getattr(result, name, None) for name in ("boxes", "txts", "scores"))
    if boxes is None or texts is None or scores is None:
        return []
    return [
        _piece(box, text)
        for box, text, score in zip(boxes, texts, scores, strict=True)
        if score >= LEAST_SURE and text.strip()
    ]


def _piece(box: Sequence[Sequence[float]], text: str) -> Piece:
    across = [float(corner[0]) / DOTS_PER_POINT for corner in box]
    down = [float(corner[1]) / DOTS_PER_POINT for corner in box]
    size = max(down) - min(down)
    return Piece(text, min(across), max(across), (max(down) + min(down)) / 2, size)


def page_list(pages: Sequence[int]) -> str:
    """Page numbers for people: 1—3、7 for 0, 1, 2, 6."""
    groups: list[list[int]] = []
    for page in pages:
        if groups and groups[-1][-1] == page - 1:
            groups[-1].append(page)
        else:
            groups.append([page])
    return "、".join(f"{g[0] + 1}—{g[-1] + 1}" if len(g) > 1 else f"{g[0] + 1}" for g in groups)
