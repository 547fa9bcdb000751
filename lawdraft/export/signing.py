"""署名 and 成文日期: sealed or not, one issuer or several (7.3.5.1, 7.3.5.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.arrange import empty, pieces
from lawdraft.export.blocks import Block, Piece
from lawdraft.export.measure import em_width

if TYPE_CHECKING:
    from lawdraft.export.arrange import Style
    from lawdraft.export.blocks import Align, Placed
    from lawdraft.export.content import Text

Row = tuple[Block, int]
SEAL_LINES = 3  # empty lines above a sealed 署名: the seal's top lies within one line of the text
SEAL_ROW = 4  # empty lines between the rows of seals of joint issuers (a seal is 42 mm high)
DATE_FROM_RIGHT = 4
NAME_FROM_RIGHT = 2
DATE_FURTHER_IN = 2
SPARE = 0.1  # em beside a name, so that it does not break by a hair


def signature_items(
    names: tuple[Text, ...], date: Text | None, style: Style, area: int, *, sealed: bool
) -> list[Placed]:
    """The empty lines, the issuers and the date; all but the last keep with the next."""
    if not names and date is None:
        return []
    rows = (_sealed if sealed else _unsealed)(names, date, style, area)
    kept = [(replace(block, keep_next=True), start) for block, start in rows[:-1]]
    return [*kept, *rows[-1:]]


def _sealed(names: tuple[Text, ...], date: Text | None, style: Style, area: int) -> list[Row]:
    """The date four characters from the right, the last issuer centred above it.

    Joint issuers stand above it in their order, each with room for its own seal.
    """
    rows = [names[:-1][i : i + 2] for i in range(0, len(names) - 1, 2)]
    items: list[Row] = [(empty(style), 0)] * SEAL_LINES
    for row in rows:
        items.extend(_seal_row(row, style, area))
        items.extend([(empty(style), 0)] * SEAL_ROW)
    full = area / style.character
    wide_name = em_width(names[-1].printed) if names else 0.0
    wide_date = em_width(date.printed) if date else 0.0
    centre = max(DATE_FROM_RIGHT + wide_date / 2, wide_name / 2 + SPARE)
    left = round((full - 2 * centre) * style.character)
    for text, name in ((names[-1] if names else None, "Signature"), (date, "Date")):
        if text is not None:
            items.append(_line(text, name, style, max(left, 0), "center"))
    return items


def _seal_row(row: tuple[Text, ...], style: Style, area: int) -> list[Row]:
    """Issuers before the last, in the middle of the area; two of them share it in halves."""
    if len(row) == 1:
        return [_line(row[0], "Signature", style, area // 2, "center")]
    first, second = row
    wide = em_width(first.printed) + em_width(second.printed)
    gap = max(2.0, (area / style.character - wide) / 2)
    shift = second.start - first.start if second.start >= 0 else 0
    joined = (
        *pieces(first),
        Piece("\u3000" * round(gap)),
        *(replace(p, start=p.start + shift if shift else -1) for p in pieces(second)),
    )
    block = Block(joined, "Signature", style.size, style.line, style.spacing, "center")
    return [(block, max(first.start, 0))]


def _unsealed(names: tuple[Text, ...], date: Text | None, style: Style, area: int) -> list[Row]:
    """署名 two characters from the right, the date's first character two further in than its.

    Where that would bring the date past two characters from the right, both move left. Joint
    issuers stand one below the other and end at the same place.
    """
    full = area / style.character
    last = em_width(names[-1].printed) if names else 0.0
    wide_date = em_width(date.printed) if date else 0.0
    further = DATE_FURTHER_IN if names else 0
    end = full - NAME_FROM_RIGHT - max(0.0, wide_date + further - last)
    items: list[Row] = [(empty(style), 0)]
    for name in names:
        left = max(end - em_width(name.printed), 0)
        items.append(_line(name, "Signature", style, round(left * style.character), "left"))
    if date is not None:
        left = max(end - last + further, 0)
        items.append(_line(date, "Date", style, round(left * style.character), "left"))
    return items


def _line(text: Text, name: str, style: Style, left: int, align: Align) -> Row:
    block = Block(
        pieces=pieces(text),
        style=name,
        size=style.size,
        line=style.line,
        spacing=style.spacing,
        align=align,
        left=left,
    )
    return block, max(text.start, 0)
