"""The user's corrections carried out: rows put back or taken off, kinds that were given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.correcting import heading_key, section_key
from lawdraft.recognise.dates import DATE_ROW, parse_date
from lawdraft.recognise.titles import TITLE
from lawdraft.recognise.units import is_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lawdraft.model.correcting import GivenKinds
    from lawdraft.model.report import Heading, Section, SectionKind
    from lawdraft.recognise.frame import Frame
    from lawdraft.recognise.rows import Row

_LONGEST_SIGNATURE = 30


def put_back(frame: Frame, rows: Iterable[Row]) -> None:
    """Rows that were removed, at their place: title, signature and date where these are missing."""
    for row in rows:
        _put(frame, row)
    frame.body.sort(key=_order)
    frame.title.sort(key=_order)


def _order(row: Row) -> tuple[int, bool, int]:
    """What a web page's reader left out counts downwards and stood before its line."""
    return row.line, row.number >= 0, abs(row.number)


def _put(frame: Frame, row: Row) -> None:
    behind = bool(frame.body) and row.line > frame.body[-1].line
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
