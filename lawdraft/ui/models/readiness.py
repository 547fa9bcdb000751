"""可以上报了吗: what still stands between the draft and sending it, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.asking import open_questions
from lawdraft.ui.models.blanks import written_blanks
from lawdraft.ui.models.findings import is_blank, rows
from lawdraft.ui.models.sections import (
    BASICS,
    LEDGER,
    PROMISES,
    ROUNDS,
    figures_given,
    promise_groups,
)

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft
    from lawdraft.model.finding import Finding

BLANKS = "blanks"  # the place of the first ×× in the words


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: done or not, and the key of the place where it is mended."""

    text: str
    done: bool
    place: str
    must: bool = True  # not ready without it
    card: str = ""  # the first card that it is about


def readiness(draft: Draft, findings: tuple[Finding, ...]) -> tuple[Item, ...]:
    """All lines, in the order in which a clerk would work."""
    undecided = [card for card in draft.cards if card.decision == "undecided"]
    given, figures = figures_given(draft)
    promises = [g for g in promise_groups(draft.promises) if any(p.state == "open" for p in g)]
    asked = open_questions(draft)
    doubtful = _section_of(draft, asked[0].item) if asked else BASICS
    told = [f for f in rows(findings) if not is_blank(f)]  # counted as they are listed
    errors = [f for f in told if f.level == "error"]
    warnings = [f for f in told if f.level == "warning"]
    open_figures = figures - given
    blanks = _left_blank(draft, findings, open_figures)
    comments = sum(each.kind == "comment" for each in draft.revisions)
    other = "除了没填的××，另有" if open_figures or blanks else "另有"
    facts = _missing_facts(draft)
    first = _section_of(draft, undecided[0].id) if undecided else BASICS
    return (
        Item(f"标题、主送、署名和日期{f'：还缺{facts}' if facts else '都齐了'}", not facts, BASICS),
        Item(_count("每一条都定下怎么写", "条没定怎么写", len(undecided)), not undecided, first, card=undecided[0].id if undecided else ""),
        *((Item(f"还有 {len(asked)} 处自动顺延没有确认", done=False, place=doubtful, must=False, card=asked[0].item),) if asked else ()),
        Item(_count("数字都填了", "个数字没有填", open_figures), not open_figures, LEDGER),
        *((Item(_blanks_in_words(blanks, open_figures), done=False, place=BLANKS),) if blanks else ()),
        Item(_count("去年的安排都有交代", "件没有交代", len(promises), "去年的安排还有"), not promises, PROMISES, must=False),
        *((Item(f"还有 {comments} 条领导批注没看", done=False, place=ROUNDS, must=False),) if comments else ()),
        Item(_count("没有别的必须改的问题", "处必须改", len(errors), other), not errors, "errors"),
        Item(_count("没有应当看的问题", "处应当看", len(warnings), "另有"), not warnings, "warnings", must=False),
    )  # fmt: skip


def verdict(items: tuple[Item, ...]) -> tuple[str, str]:
    """The answer in one sentence, and its tone."""
    must = sum(not item.done and item.must for item in items)
    should = sum(not item.done and not item.must for item in items)
    if must:
        return f"还不能上报：有 {must} 件事必须先做完。", "bad"
    if should:
        return f"可以上报，但还有 {should} 件事最好看一眼。", "warn"
    return "可以上报了。", "good"


def _count(good: str, bad: str, number: int, how: str = "还有") -> str:
    return f"{how} {number} {bad}" if number else good


def _left_blank(draft: Draft, findings: tuple[Finding, ...], open_figures: int) -> int:
    """How many ×× no figure of the ledger will fill, also those outside the cards."""
    written = len(written_blanks(draft))
    told = sum(1 + f.similar for f in findings if is_blank(f))
    return written if open_figures else max(written, told)


def _blanks_in_words(number: int, open_figures: int) -> str:
    before = "除了这些数字，" if open_figures else ""
    return f"{before}正文里还有 {number} 处××没有填"


def _missing_facts(draft: Draft) -> str:
    facts = {"主送机关": draft.addressee, "署名": draft.signature, "日期": draft.date}
    return "、".join(name for name, value in facts.items() if not value)


def _section_of(draft: Draft, item: str) -> str:
    """The section that a card, a topic or the item itself is."""
    for section in draft.sections:
        cards = (card.id for topic in section.topics for card in topic.cards)
        if item in (section.id, *(topic.id for topic in section.topics), *cards):
            return section.id
    return BASICS
