"""The usual structure of such reports, learned from any set of them, and its pack on disk."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadPackError, reason_of
from lawdraft.model.files import make_folder, write_atomically
from lawdraft.model.outline import Outline, OutlineFigure, OutlineSection, OutlineTopic, Range
from lawdraft.recognise.kinds import kinds_in
from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.topics import Subject, subject_of, subjects, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from lawdraft.model.report import Figure, Report, Section, SectionKind
    from lawdraft.recognise.indicators import Knows

FILE = "outline.json"
_LARGEST_PACK = 20_000_000
_KINDS: tuple[SectionKind, ...] = (
    "opening", "achievements", "highlights", "rectification", "first_responsible_person",
    "shortcomings", "next_year_plan", "other", "closing",
)  # fmt: skip
_MOST_HEADINGS = 6
_LONGEST_HEADING = 16
_YEAR = re.compile(r"(?:20\d\d|二〇[〇一二三四五六七八九]{2})年?(?:度|以来)?")
_NAMED = re.compile(r"[“”《》\d]|(?:镇|乡|县|市|区)(?!级|村)|街道")
_CLAUSE = re.compile("[，、：。；]")


def learn_outline(
    reports: Iterable[Report], knowledge: Knows | None = None, *, name: str = ""
) -> Outline:
    """The structure these reports share: one report is enough, none gives an empty outline."""
    all_reports = tuple(reports)
    names = {one.id: one.name for one in knowledge.indicators} if knowledge else {}
    grown = {kind: _grown(kind, all_reports) for kind in _KINDS}
    sections = [
        _section(kind, parts, len(all_reports), names) for kind, parts in grown.items() if parts
    ]
    return Outline(
        name=name or "通用",
        date=date.today().isoformat(),  # noqa: DTZ011  the clerk's own day
        reports=len(all_reports),
        sections=tuple(sorted(sections, key=lambda section: section.place)),
        length=_range([float(len(report.text)) for report in all_reports]),
    )


class _Part:
    """A section of one report with its place among the others."""

    __slots__ = ("place", "report", "section")

    def __init__(self, report: Report, section: Section, place: float) -> None:
        self.report, self.section, self.place = report, section, place

    @property
    def text(self) -> str:
        return self.report.text[self.section.start : self.section.end]

    @property
    def heading(self) -> str:
        at = self.section.heading
        return "" if at is None else words_of(self.report.headings[at].text)


def _grown(kind: SectionKind, reports: Sequence[Report]) -> list[_Part]:
    parts = []
    for report in reports:
        last = max(len(report.sections) - 1, 1)
        parts += [
            _Part(report, section, at / last)
            for at, section in enumerate(report.sections)
            if kind in section.kinds
        ]
    return parts


def _section(
    kind: SectionKind, parts: Sequence[_Part], total: int, names: dict[str, str]
) -> OutlineSection:
    lengths: dict[int, int] = defaultdict(int)
    for part in parts:
        lengths[id(part.report)] += part.section.end - part.section.start
    return OutlineSection(
        kind=kind,
        headings=_usual(_telling(kind, [_generic(part.heading) for part in parts])),
        share=_share(len(lengths), total),
        place=round(sum(part.place for part in parts) / len(parts), 3),
        length=_range([float(length) for length in lengths.values()]),
        topics=() if kind in ("opening", "closing") else _topics(parts, total, names),
    )


def _telling(kind: SectionKind, headings: Sequence[str]) -> list[str]:
    """Headings that say their kind, or that several reports share: no report's own invention."""
    counts = Counter(headings)
    return [heading for heading in headings if kind in kinds_in(heading) or counts[heading] > 1]


def words_of(heading: str) -> str:
    """A heading without its number: （一）加强领导 → 加强领导."""
    mark = mark_at(heading)
    return heading[mark.end if mark else 0 :].strip(" 　。：；")


def _generic(heading: str) -> str:
    """A heading's words without the year; empty where they speak of one place alone."""
    words = _YEAR.sub("", heading).strip(" 　，、：")
    return "" if _NAMED.search(words) or len(words) > _LONGEST_HEADING else words


def _usual(headings: Iterable[str], fallback: str = "") -> tuple[str, ...]:
    counts = Counter(heading for heading in headings if len(heading) >= 4)
    usual = [heading for heading, _ in counts.most_common(_MOST_HEADINGS)]
    return tuple(usual or ([fallback] if fallback else []))


def _share(count: int, total: int) -> float:
    return round(count / total, 3) if total else 0.0


def _range(values: Sequence[float]) -> Range:
    """10th, 50th and 90th percentile, each a value that was seen."""
    if not values:
        return Range(0, 0, 0)
    ordered = sorted(values)
    low, middle, high = (ordered[round(part * (len(ordered) - 1))] for part in (0.1, 0.5, 0.9))
    return Range(low, middle, high)


# --- topics ---------------------------------------------------------------------------------------


class _Seen:
    """What the reports said under one subject."""

    def __init__(self) -> None:
        self.reports: set[int] = set()
        self.headings: list[str] = []
        self.words: Counter[str] = Counter()
        self.figures: dict[str, list[tuple[int, Figure]]] = defaultdict(list)
        self.places: list[float] = []


def _topics(parts: Sequence[_Part], total: int, names: dict[str, str]) -> tuple[OutlineTopic, ...]:
    seen: dict[Subject, _Seen] = defaultdict(_Seen)
    for part in parts:
        pieces = _pieces(part)
        for at, (heading, start, end) in enumerate(pieces):
            subject = subject_of(heading, part.report.text[start:end])
            if subject is not None:
                _note(seen[subject], part.report, heading, start, end)
                seen[subject].places.append(at / max(len(pieces) - 1, 1))
    order = {subject: at for at, subject in enumerate(subjects())}
    topics = [(subject, _topic(subject, found, total, names)) for subject, found in seen.items()]
    topics.sort(key=lambda each: (_mean(seen[each[0]].places), order[each[0]]))
    return tuple(topic for _, topic in topics)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 1) if values else 1.0


def _pieces(part: _Part) -> list[tuple[str, int, int]]:
    """(heading, start, end) of a section's topics: its sub-headings, points, or the whole."""
    section, report = part.section, part.report
    below = [heading for heading in report.headings if section.start < heading.start < section.end]
    rank = min((heading.level for heading in below), default=0)
    inner = [heading for heading in below if heading.level == rank]
    if not inner:
        points = [point for point in report.points if section.start <= point.start < section.end]
        return [
            (
                _first_clause(report.text[point.start + len(point.marker) : point.end]),
                point.start,
                point.end,
            )
            for point in points
        ] or [(part.heading, section.start, section.end)]
    ends = [heading.start for heading in inner[1:]] + [section.end]
    return [
        (words_of(heading.text), heading.start, end)
        for heading, end in zip(inner, ends, strict=True)
    ]


def _first_clause(text: str) -> str:
    return _CLAUSE.split(text.lstrip("，、： "), maxsplit=1)[0][:30]


def _note(seen: _Seen, report: Report, heading: str, start: int, end: int) -> None:
    seen.reports.add(id(report))
    seen.headings += [_generic(clause) for clause in _CLAUSE.split(heading)]
    for figure in report.figures:
        if start <= figure.start < end and figure.indicator and figure.role != "target":
            seen.figures[figure.indicator].append((id(report), figure))
    subject = subject_of(heading, report.text[start:end])
    if subject is not None:
        seen.words.update(words_in(subject, report.text[start:end]))


def _topic(subject: Subject, seen: _Seen, total: int, names: dict[str, str]) -> OutlineTopic:
    # A wording that one report alone has is that report's own; two make it usual.
    counts = Counter(heading for heading in seen.headings if len(heading) >= 4)
    shared = [heading for heading, count in counts.items() for _ in range(count) if count > 1]
    return OutlineTopic(
        id=subject.id,
        name=subject.name,
        keywords=tuple(
            dict.fromkeys([word for word, _ in seen.words.most_common()] + list(subject.words))
        ),
        headings=_usual(shared, subject.name),
        share=_share(len(seen.reports), total),
        figures=_figures(seen, total, names),
    )


def _figures(seen: _Seen, total: int, names: dict[str, str]) -> tuple[OutlineFigure, ...]:
    figures = []
    for indicator, found in seen.figures.items():
        units = Counter(figure.unit for _, figure in found)
        unit = units.most_common(1)[0][0]
        values = [figure.number for _, figure in found if figure.unit == unit]
        share = _share(len({report for report, _ in found}), total)
        thing = names.get(indicator, found[0][1].thing)
        figures.append(OutlineFigure(indicator, thing, unit, share, _range(values)))
    return tuple(sorted(figures, key=lambda figure: (-figure.share, figure.indicator)))


# --- the pack -------------------------------------------------------------------------------------


def save_outline(outline: Outline, path: Path) -> None:
    """Write the outline as a pack. Raises CannotWriteError."""
    pack = {
        "pack": "outline", "format": 1, "version": outline.date.replace("-", "."),
        "as_of": outline.date, "name": outline.name, "outline": asdict(outline),
    }  # fmt: skip
    data = json.dumps(pack, ensure_ascii=False, indent=1) + "\n"
    write_atomically(path, data.encode())


def read_outline(path: Path) -> Outline:
    """The outline of a pack file. Raises BadPackError with what is wrong and where."""
    import msgspec

    class Pack(msgspec.Struct):
        pack: str
        format: int
        outline: Outline

    try:
        if path.stat().st_size > _LARGEST_PACK:
            raise BadPackError(f"“{path.name}”太大，不像结构包，请另选一个文件。")
        pack = msgspec.json.decode(path.read_bytes().removeprefix(b"\xef\xbb\xbf"), type=Pack)
    except OSError as trouble:
        raise BadPackError(f"结构包“{path.name}”打不开：{reason_of(trouble)}。") from trouble
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise BadPackError(_damaged(path, str(trouble))) from trouble
    if pack.pack != "outline" or pack.format > 1:
        raise BadPackError(f"“{path.name}”不是本版本能用的结构包，请另选一个文件。")
    return pack.outline


def _damaged(path: Path, trouble: str) -> str:
    """What is wrong with a pack, in Chinese; another kind of file is only said to be one."""
    from lawdraft.knowledge.packs import explain

    if not is_outline_pack(path):
        return f"“{path.name}”不是完好的结构包，请另选一个文件。"
    return f"“{path.name}”不是完好的结构包（{explain(trouble)}），请重新学一份或另选一个文件。"


def load_outline(resources: Path, packs: Path) -> Outline:
    """The user's outline pack where there is a good one, else the shipped one."""
    own = packs / FILE
    if own.is_file():
        try:
            return read_outline(own)
        except BadPackError:
            # The damaged pack is shown with its reason by the list of packs; work goes on.
            pass
    shipped = resources / FILE
    return read_outline(shipped) if shipped.is_file() else Outline("通用", "", 0)


def is_outline_pack(file: Path) -> bool:
    """Whether a file says of itself that it is an outline pack; nothing is raised."""
    import msgspec

    class Header(msgspec.Struct):
        pack: str = ""

    try:
        if file.stat().st_size > _LARGEST_PACK:
            return False
        data = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
        return msgspec.json.decode(data, type=Header).pack == "outline"
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def import_outline(file: Path, packs: Path) -> Outline:
    """Check an outline pack and make it the one in use. Raises BadPackError, CannotWriteError."""
    outline = read_outline(file)
    make_folder(packs)
    save_outline(outline, packs / FILE)
    return outline
