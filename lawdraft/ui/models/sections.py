"""The draft as a tree of nodes with their states: what is decided, what is still empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft import flow
from lawdraft.model.draft import BLANK
from lawdraft.model.editing import slots_of
from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.models.tree import Node
from lawdraft.ui.words import kinds_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.model.draft import Card, Draft, DraftSection, Promise, Topic

BASICS, LEDGER, PROMISES = "basics", "ledger", "promises"
COLLECT, ROUNDS, DIARY, DUTIES = "collect", "rounds", "diary", "duties"


def section_nodes(draft: Draft) -> tuple[Node, ...]:
    """Facts, then the sections with their topics, then figures and last year's promises."""
    blank = frozenset(entry.id for entry in draft.ledger if not entry.value and not entry.formula)
    values = printed_values(draft)
    return (
        Node(BASICS, "标题、主送和署名", state=_facts_state(draft)),
        *(_section(section, blank, values) for section in draft.sections),
        _ledger(draft),
        Node(COLLECT, "收集数字"),
        *((_promises(draft),) if draft.promises else ()),
        Node(DUTIES, "第一责任人职责"),
        Node(DIARY, "随手记"),
        Node(ROUNDS, "改稿与版本"),
    )


def card_done(card: Card, blank: frozenset[str]) -> bool:
    """Decided, not empty, and no figure or ×× missing."""
    if card.decision == "drop":
        return True
    if card.decision == "undecided" or not card.text.strip():
        return False
    if BLANK in card.text or BLANK in (card.heading or ""):
        return False
    return not any(slot in blank for slot in slots_of(card.text))


def progress(draft: Draft) -> tuple[int, int]:
    """Cards that are done, and all cards."""
    blank = frozenset(entry.id for entry in draft.ledger if not entry.value and not entry.formula)
    cards = tuple(draft.cards)
    return sum(card_done(card, blank) for card in cards), len(cards)


def _section(section: DraftSection, blank: frozenset[str], values: dict[str, str]) -> Node:
    named = [topic for topic in section.topics if topic.heading]
    cards = [card for topic in section.topics for card in topic.cards]
    heading = printed(section.heading or "", values)
    words = heading or kinds_in_words(section.kinds) or "（没有标题）"
    children = tuple(_topic(topic, blank, values) for topic in named)
    return Node(
        section.id, words, _count(cards, blank), _state(cards, blank), children, strong=True
    )


def _topic(topic: Topic, blank: frozenset[str], values: dict[str, str]) -> Node:
    words = printed(topic.heading or "", values)
    return Node(topic.id, words, _count(topic.cards, blank), _state(topic.cards, blank))


def _count(cards: Iterable[Card], blank: frozenset[str]) -> str:
    states = [card_done(card, blank) for card in cards]
    return f"{sum(states)}/{len(states)}" if states else ""


def _state(cards: Iterable[Card], blank: frozenset[str]) -> str:
    cards = tuple(cards)
    if all(card_done(card, blank) for card in cards):
        return "all"
    return "some" if any(card.decision != "undecided" for card in cards) else "none"


def _facts_state(draft: Draft) -> str:
    given = [
        bool(draft.organisation),
        bool(draft.addressee),
        bool(draft.signature),
        bool(draft.date),
    ]
    return "all" if all(given) else "some" if any(given) else "none"


def figures_given(draft: Draft) -> tuple[int, int]:
    """Figures that nobody waits for any more, and all of the ledger: one count for every page.

    What only dropped cards tell is not waited for.
    """
    total = len(draft.ledger)
    return total - len(flow.open_figures(draft)), total


def _ledger(draft: Draft) -> Node:
    given, total = figures_given(draft)
    state = "all" if given == total else "some" if given else "none"
    return Node(LEDGER, "数字台账", f"{given}/{total}", state)


def promise_groups(promises: tuple[Promise, ...]) -> tuple[tuple[Promise, ...], ...]:
    """Promises of one sentence together: it may name several targets."""
    groups: dict[tuple[str, tuple[str, ...]], list[Promise]] = {}
    for promise in promises:
        groups.setdefault((promise.text, promise.cards), []).append(promise)
    return tuple(map(tuple, groups.values()))


def answered_groups(promises: tuple[Promise, ...]) -> tuple[int, int]:
    """Sentences of last year's plan that are answered whole, and all of them."""
    groups = promise_groups(promises)
    return sum(all(each.state != "open" for each in group) for group in groups), len(groups)


def _promises(draft: Draft) -> Node:
    answered, number = answered_groups(draft.promises)
    begun = any(promise.state != "open" for promise in draft.promises)
    state = "all" if answered == number else "some" if begun else "none"
    return Node(PROMISES, "去年安排的落实", f"{answered}/{number}", state)
