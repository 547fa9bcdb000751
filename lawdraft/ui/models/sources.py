"""What 与别处雷同 lists: passages by the report they come from, one's own years apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft import flow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawdraft.model.report import Span
    from lawdraft.model.similarity import Comparison, Held, Match, Repeat

LAST_NAME = "去年的报告（这份草稿的底稿）"
SHOWN = 36  # characters of a passage in the list


@dataclass(frozen=True, slots=True)
class Line:
    """One line below a source: what it says, and what to show beside each other."""

    words: str
    here: Span | None = None
    report_id: str = ""  # empty: the other place is in the draft itself
    there: Span | None = None
    phrase: str = ""  # a set phrase of the user's
    own: bool = False  # from one's own earlier year


@dataclass(frozen=True, slots=True)
class Source:
    """A report, or another group, with its lines; `tone` is its colour."""

    name: str
    tone: str
    lines: tuple[Line, ...]


def sources(
    matches: Iterable[Match], text: str, held: Mapping[str, Held], repeats: Iterable[Repeat],
    phrases: Iterable[str],
) -> tuple[Source, ...]:  # fmt: skip
    """Other units first, those with most characters foremost; then one's own, repeats, phrases."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.report_id, []).append(match)
    ranked = sorted(groups.values(), key=lambda one: (one[0].own, -_characters(one)))
    found = [_source(matches, text, held) for matches in ranked]
    twice = tuple(_twice(repeat, text) for repeat in repeats)
    kept = tuple(Line(_short(phrase), phrase=phrase) for phrase in phrases)
    if twice:
        found.append(Source(f"这份稿子里说了两遍的话（{len(twice)} 处）", "warn", twice))
    if kept:
        found.append(Source(f"您标为固定表述的话（{len(kept)} 句，不算雷同）", "ink_soft", kept))
    return tuple(found)


def _source(matches: list[Match], text: str, held: Mapping[str, Held]) -> Source:
    report_id, own = matches[0].report_id, matches[0].own
    head = "沿用本单位往年" if own else "抄自别处"
    count = f"{len(matches)} 段，{_characters(matches)} 字"
    lines = tuple(_line(match, text) for match in sorted(matches, key=lambda one: one.draft.start))
    name = f"{head}：{whose(report_id, held)}（{count}）"
    return Source(name, "ink_soft" if own else "bad", lines)


def whose(report_id: str, held: Mapping[str, Held]) -> str:
    """望海镇人民政府2024年, or the report's name where the library knows no unit."""
    if report_id == flow.LAST:
        return LAST_NAME
    known = held.get(report_id)
    if known is None or not known.unit:
        return report_id
    return f"{known.unit}{known.year}年" if known.year else known.unit


def _characters(matches: list[Match]) -> int:
    return sum(match.draft.end - match.draft.start for match in matches)


def _line(match: Match, text: str) -> Line:
    words = f"相似 {match.score:.0%}　{_short(text[match.draft.start : match.draft.end])}"
    if match.leftovers:
        words += f"\n　　还留着对方的：{'、'.join(match.leftovers)}"
    return Line(words, match.draft, match.report_id, match.source, own=match.own)


def _twice(repeat: Repeat, text: str) -> Line:
    words = _short(text[repeat.first.start : repeat.first.end])
    return Line(f"相似 {repeat.score:.0%}　{words}", repeat.first, "", repeat.second)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= SHOWN else flat[:SHOWN] + "…"


def in_words(comparison: Comparison | None, *, library: bool) -> tuple[tuple[str, str, str], ...]:
    """The three numbers: name, value, and what it means; without a library nobody knows the first."""
    if comparison is None:
        return ()
    own = comparison.substance - comparison.others
    return (
        ("抄自别处", f"{comparison.others:.1%}" if library else "—", MEANS_OTHERS),
        ("沿用本单位往年", f"{own:.1%}", MEANS_OWN),
        ("固定表述", f"{comparison.set_phrases:.1%}", MEANS_SET),
    )


MEANS_OTHERS = (
    "与外单位的报告雷同、又不是套话的字，占全文的比例。要改的就是这些："
    "换成本地的事实和数字，还留着的对方地名、年份先改掉。"
)
MEANS_OWN = "与本单位往年的报告相同的字。接着用可以，但数字和年份要换成今年的。"
MEANS_SET = "官方文稿通用的话、很多单位都有的段落、法规名称。人人都这样写，不算雷同。"
EXPLAINED_NUMBERS = (
    f"抄自别处：{MEANS_OTHERS}",
    f"沿用本单位往年：{MEANS_OWN}",
    f"固定表述：{MEANS_SET}",
)
