"""署名 and 成文日期: sealed or not, one issuer or several (7.3.5.1, 7.3.5.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.arrange import empty
from lawdraft.export.blocks import Block, Piece
from lawdraft.export.measure import em_width
from lawdraft.export.stretches import pieces
from lawdraft.export.titles import known_boundaries

if TYPE_CHECKING:
    from lawdraft.export.blocks import Align, Placed, Style
    from lawdraft.export.content import Text

Row = tuple[Block, int]
SEAL_LINES = 3  # empty lines above a sealed 署名: the seal's top lies within one line of the text
SEAL_ROW = 4  # empty lines between the rows of seals of joint issuers (a seal is 42 mm high)
DATE_FROM_RIGHT = 4
NAME_FROM_RIGHT = 2
DATE_FURTHER_IN = 2
SPARE = 0.1  # em beside a name, so that it does not break by a hair
LONGEST_NAME = 21.0  # em of a name that stands on one line
DIVISIONS = frozenset("省州市盟县区旗乡镇族")  # a long name breaks behind one of them
WIDEST_LINE = 16.0  # em of a longer one's first line: it is centred above the date


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
    full = area / style.character
    items: list[Row] = [(empty(style), 0)] * SEAL_LINES
    for row in _rows(names[:-1], full):
        items.extend(_seal_row(row, style, area))
        items.extend([(empty(style), 0)] * SEAL_ROW)
    wide_name = first_line(names[-1].printed) if names else 0.0
    wide_date = em_width(date.printed) if date else 0.0
    centre = max(DATE_FROM_RIGHT + wide_date / 2, wide_name / 2 + SPARE)
    left = max(round((full - 2 * centre) * style.character), 0)
    if names:
        items.append(
            _narrow(
                names[-1], wide_name, _line(names[-1], "Signature", style, left, "center"), area
            )
        )
    if date is not None:
        items.append(_line(date, "Date", style, left, "center"))
    return items


def first_line(name: str) -> float:
    """How wide a name is, or the first line of one too long for a line of its own.

    That breaks between words where it can, the second line no longer than the first.
    """
    wide = em_width(name)
    if wide <= LONGEST_NAME:
        return wide
    places = [p for p in range(len(name)) if wide / 2 <= em_width(name[:p]) <= WIDEST_LINE]
    liked = [p for p in places if name[p - 1] in DIVISIONS] or [
        p for p in places if p in known_boundaries(name) and name[p - 1] not in "和及与"
    ]
    return em_width(name[: min(liked or places or [-(-len(name) // 2)])])


def last_line(name: str) -> float:
    """How wide the last line of a name is."""
    return em_width(name) - first_line(name) or em_width(name)


def _narrow(text: Text, wide: float, row: Row, area: int) -> Row:
    """The row with room for a long name's first line alone, its middle or end where it was."""
    block, start = row
    if wide >= em_width(text.printed):
        return row
    room = round((wide + 2 * SPARE) * (block.size * 20 + block.spacing))
    spare = area - block.left - block.right - room
    if block.align == "center":
        block = replace(block, left=block.left + spare // 2, right=block.right + spare // 2)
    else:
        block = replace(block, left=block.left + spare)
    return block, start


def _rows(names: tuple[Text, ...], full: float) -> list[tuple[Text, ...]]:
    """Names in rows of two, where two have room beside each other."""
    rows: list[tuple[Text, ...]] = []
    for name in names:
        beside = rows[-1] if rows and len(rows[-1]) == 1 else None
        if beside and em_width(beside[0].printed) + em_width(name.printed) + 3 <= full:
            rows[-1] = (beside[0], name)
        else:
            rows.append((name,))
    return rows


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
    last = last_line(names[-1].printed) if names else 0.0
    wide_date = em_width(date.printed) if date else 0.0
    further = DATE_FURTHER_IN if names else 0
    end = full - NAME_FROM_RIGHT - max(0.0, wide_date + further - last)
    items: list[Row] = [(empty(style), 0)]
    for name in names:
        wide = first_line(name.printed)
        from_left = round(max(end - wide, 0) * style.character)
        row = _line(name, "Signature", style, from_left, "left")
        if wide < em_width(name.printed):
            right = round((full - end) * style.character)
            row = replace(row[0], left=0, right=right, align="right"), row[1]
        items.append(_narrow(name, wide, row, area))
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
