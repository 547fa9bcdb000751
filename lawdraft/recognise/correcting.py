"""The user's corrections carried out: rows put back or taken off, kinds that were given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.correcting import heading_key, section_key
from lawdraft.recognise.dates import DATE_ROW, parse_date
from lawdraft.recognise.frame import frame_of
from lawdraft.recognise.rows import STEP
from lawdraft.recognise.titles import TITLE
from lawdraft.recognise.units import is_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawdraft.model.correcting import Corrections, GivenKinds
    from lawdraft.model.report import Heading, ParagraphRole, Section, SectionKind
    from lawdraft.recognise.framed import Frame
    from lawdraft.recognise.rows import Row

_LONGEST_SIGNATURE = 30


def corrected_frame(
    rows: Sequence[Row],
    left_out: Sequence[Row],
    corrections: Corrections,
    keep: frozenset[int] = frozenset(),
) -> Frame:
    """The rows in their parts as the user corrected them; `keep`: lines that are never removed.

    Recognised anew without the rows taken off, so that the true title may be found once a false
    one is gone; but no other row goes with them.
    """
    frame = _without(rows, corrections.off) if corrections.off else frame_of(rows)
    out = [*frame.removed, *left_out]
    back = [
        row
        for row in out
        if row.number in corrections.back or (row.number >= 0 and row.line in keep)
    ]
    frame.removed = [row for row in out if row not in back]
    for row in back:
        _put(frame, row)
    if back or corrections.off:
        frame.body.sort(key=_order)
        frame.title.sort(key=_order)
    return frame


def _without(rows: Sequence[Row], off: frozenset[int]) -> Frame:
    roles = _roles(frame_of(rows))
    cut = {number - number % STEP for number in roles if number % STEP}  # rows in several pieces
    gone = [row for row in rows if row.number in off and row.number not in cut]
    frame = frame_of([row for row in rows if row not in gone])
    frame.removed += [*gone, *_taken(frame, off)]
    lost = [row for row in frame.removed if row.number in roles and row.number not in off]
    frame.removed = [row for row in frame.removed if row not in lost]
    for row in lost:
        _restore(frame, row, roles[row.number])
    return frame


def _roles(frame: Frame) -> dict[int, ParagraphRole]:
    """The part of every row that is the report's."""
    found: dict[int, ParagraphRole] = {row.number: "title" for row in frame.title}
    found |= {row.number: "body" for row in frame.body}
    return found | {row.number: role for row, role in (*frame.head, *frame.tail)}


def _taken(frame: Frame, off: frozenset[int]) -> list[Row]:
    """Take pieces of rows out of their parts; returns them."""
    taken = [row for row in (*frame.title, *frame.body) if row.number in off]
    framing = [(row, role) for row, role in (*frame.head, *frame.tail) if row.number in off]
    frame.title = [row for row in frame.title if row not in taken]
    frame.body = [row for row in frame.body if row not in taken]
    frame.head = [each for each in frame.head if each not in framing]
    frame.tail = [each for each in frame.tail if each not in framing]
    for row, role in framing:
        frame.signature = None if role == "signature" else frame.signature
        frame.date = None if role == "date" else frame.date
        frame.addressee = None if row == frame.addressee else frame.addressee
    return [*taken, *(row for row, _role in framing)]


def _restore(frame: Frame, row: Row, role: ParagraphRole) -> None:
    """A row that went with another one, in the part it had."""
    if role == "title":
        frame.title.append(row)
    elif role == "signature" and frame.signature is None:
        frame.signature = row.text
        frame.tail.insert(0, (row, role))
    elif role == "date" and frame.date is None:
        frame.date = parse_date(row.text)
        frame.tail.append((row, role))
    else:
        frame.body.append(row)


def _order(row: Row) -> tuple[int, bool, int]:
    """What a web page's reader left out counts downwards and stood before its line."""
    return row.line, row.number >= 0, abs(row.number)


def _put(frame: Frame, row: Row) -> None:
    """A row that was removed: title, signature and date where these are missing, else body."""
    behind = bool(frame.body) and row.line > max(each.line for each in frame.body)
    if not frame.title and TITLE.match(row.text) and not behind:
        frame.title.append(row)
    elif behind and frame.date is None and DATE_ROW.match(row.text):
        frame.date = parse_date(row.text)
        frame.tail.append((row, "date"))
    elif behind and frame.signature is None and _signs(row):
        frame.signature = row.text
        frame.tail.insert(0, (row, "signature"))
    else:
        frame.body.append(row)


def _signs(row: Row) -> bool:
    return len(row.text) <= _LONGEST_SIGNATURE and is_unit(row.text)


def given_to(
    headings: Sequence[Heading], given: GivenKinds
) -> Mapping[int, tuple[SectionKind, ...]]:
    """The kinds the user gave, by the place of the heading."""
    if not given:
        return {}
    wanted = dict(given)
    keys = ((place, heading_key(headings, place)) for place in range(len(headings)))
    return {place: wanted[key] for place, key in keys if key in wanted}


def given_sections(
    sections: Sequence[Section], headings: Sequence[Heading], text: str, given: GivenKinds
) -> tuple[Section, ...]:
    """The sections, those without a heading with the kinds the user gave them."""
    if not given:
        return tuple(sections)
    wanted = dict(given)
    return tuple(
        replace(section, kinds=wanted.get(section_key(text, section, headings)) or section.kinds)
        for section in sections
    )
