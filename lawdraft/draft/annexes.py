"""Last year's attachments: their names rolled on, their tables with this year's columns, emptied.

Prose is not carried: what a plan of last year's said would be printed as this year's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.draft.attached import is_too_large
from lawdraft.draft.rolling import roll_text
from lawdraft.model.draft import BLANK, SLOT_CLOSE, SLOT_OPEN, Attachment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.draft.ids import Ids
    from lawdraft.draft.rolling import Roll
    from lawdraft.model.draft import Entry
    from lawdraft.model.report import Report

_LABEL = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]{0,2}(?:\s*[：:．.、]\s*|\s+|$)")
_NUMBER = re.compile(r"(?:^|(?<=[\s；;]))\d{1,2}\s*[.．、]\s*(?!\d{1,3}(?!\d))")
_YEAR = re.compile(r"(?<![\d.])20\d\d(?=\s*年|$)")
_CELL = re.compile(r"^[+\-－]?\d[\d,，.]*\s*[万亿余多]?\s*[%％‰\u4e00-\u9fff]{0,3}$")
_DIGITS = re.compile(r"[+\-－]?\d[\d,，.]*\s*[万亿]?")
_THIS, _BEFORE = re.compile(r"今年|本年|本期"), re.compile(r"去年|上年|上一年|同期")
_COUNT = re.compile(r"^(?:序号|编号|序|号)$")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")
LONGEST_ASIDE = 30  # characters of a line beside a table: 单位：件


def attachments_of(
    last: Report, roll: Roll, entries: Iterable[Entry], ids: Ids
) -> tuple[Attachment, ...]:
    """This year's attachments: those that last year's report named or held, in their order."""
    names, groups = _names(last.lines("annex_note")), _groups(last)
    known = tuple(entries)
    made = []
    for number in range(max(len(names), len(groups))):
        title, lines = groups[number] if number < len(groups) else ("", ())
        name = names[number] if number < len(names) else title
        text = _table(lines, roll, known) if any("\t" in line for line in lines) else ""
        if name:
            last_text = "\n".join(lines)
            if is_too_large(last_text):
                text = last_text = ""
            made.append(Attachment(ids.take("a"), _named(name, roll), text, last_text))
    return tuple(made)


def _names(lines: tuple[str, ...]) -> list[str]:
    """附件：1.甲表 2.乙方案 → 甲表, 乙方案."""
    parts = (part for line in lines for part in _NUMBER.split(_LABEL.sub("", line.strip())))
    return [name for part in parts if (name := part.strip().rstrip("。；;，,"))]


def _named(words: str, roll: Roll) -> str:
    """A name or a column's header: its years stand for this report and the years beside it."""
    for old, new in roll.names:
        words = words.replace(old, new)
    return _YEAR.sub(lambda year: str(int(year[0]) + roll.by), words)


def _groups(last: Report) -> list[tuple[str, tuple[str, ...]]]:
    """Title and lines of each annex behind the date."""
    groups: list[list[str]] = []
    for paragraph in last.paragraphs:
        line = last.text[paragraph.start : paragraph.end]
        found = _LABEL.match(line.strip()) if paragraph.role == "annex" else None
        if found or (paragraph.role == "annex" and not groups):
            groups.append([line.strip()[found.end() :]] if found else [line])
        elif groups and paragraph.role in ("annex", "table", "body"):
            groups[-1].append(line)
    return [_titled([line for line in group if line.strip()]) for group in groups]


def _titled(lines: list[str]) -> tuple[str, tuple[str, ...]]:
    """A title stands first unless the table begins at once."""
    if lines and "\t" not in lines[0]:
        return lines[0].strip(), tuple(lines[1:])
    return "", tuple(lines)


def _table(lines: tuple[str, ...], roll: Roll, entries: tuple[Entry, ...]) -> str:
    """Rows with this year's headers; figures are slots of the ledger, last year's or blanks."""
    head: list[str] = []
    made = []
    for line in lines:
        if "\t" not in line:
            if len(line) <= LONGEST_ASIDE:
                made.append(roll_text(line, roll)[0])
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not head:
            head = cells
            made.append("\t".join(_named(cell, roll) for cell in cells))
        else:
            made.append("\t".join(_row(head, cells, roll, entries)))
    return "\n".join(made)


def _row(head: list[str], cells: list[str], roll: Roll, entries: tuple[Entry, ...]) -> list[str]:
    now = _column(head, str(roll.last), _THIS)
    before = _column(head, str(roll.last - 1), _BEFORE)
    labels = 2 if _COUNT.match(head[0]) else 1
    named = _BRACKETS.sub("", cells[labels - 1] if len(cells) >= labels else "").strip()
    made = []
    for at, cell in enumerate(cells):
        if at < labels or not _CELL.match(cell):
            made.append(roll_text(cell, roll)[0])
        elif at == before and 0 <= now < len(cells):
            made.append(cells[now])
        else:
            made.append(_figure(cell, named, entries))
    return made


def _column(head: list[str], year: str, words: re.Pattern[str]) -> int:
    """The column of a year; -1 where none is."""
    return next((i for i, cell in enumerate(head) if year in cell or words.search(cell)), -1)


def _figure(cell: str, named: str, entries: tuple[Entry, ...]) -> str:
    """15件 → ⟦e3⟧件 where the text tells the same 15 of the same thing, else ××件."""
    found = _DIGITS.search(cell)
    number = found[0].strip() if found else ""
    for entry in entries:
        alike = entry.thing and (entry.thing in named or named in entry.thing)
        if named and alike and entry.last == number:
            return cell.replace(number, f"{SLOT_OPEN}{entry.id}{SLOT_CLOSE}", 1)
    return _DIGITS.sub(BLANK, cell, count=1)
