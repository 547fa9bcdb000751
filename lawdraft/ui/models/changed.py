"""Where two states of a draft differ, in a clerk's words: what 撤销 took back and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.models.sections import BASICS, COLLECT, LEDGER, PROMISES, ROUNDS
from lawdraft.ui.words import DECISIONS

if TYPE_CHECKING:
    from lawdraft.model.draft import Card, Draft, DraftSection, Topic

SHOWN = 12  # letters of a text that name it
FACTS = {
    "title": "标题", "organisation": "单位名称", "addressee": "主送机关", "signature": "署名",
    "date": "成文日期", "year": "报告年份", "note": "附注",
}  # fmt: skip

OTHERS = (
    ("revisions", "领导改动的取舍", ROUNDS),
    ("not_problems", "标“不是问题”", ""),
    ("set_phrases", "标“固定表述”", ""),
    ("wishes", "改版式", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs; `card`, `entry` or `place` say where it can be seen, empty where nowhere.

    `near` is the card before one that was added or taken away.
    """

    words: str = ""
    card: str = ""
    near: str = ""
    entry: str = ""
    place: str = ""


def changed(before: Draft, after: Draft) -> Changed:
    """What the step from `before` to `after` did: 改“责任压实到位……”的文字."""
    first, then = (_figures, _cards) if _is_figure_given(before, after) else (_cards, _figures)
    for look in (first, _headings, then, _promises, _facts):
        found = look(before, after)
        if found.words:
            return found
    for name, words, place in OTHERS:
        if getattr(before, name) != getattr(after, name):
            return Changed(words, place=place)
    return Changed("改动") if before != after else Changed()


def _is_figure_given(before: Draft, after: Draft) -> bool:
    """Whether a figure was given and its cards only became 改数 by it."""
    if before.ledger == after.ledger:
        return False
    old, new = ([(c.id, c.heading, c.text) for c in draft.cards] for draft in (before, after))
    return old == new


def _cards(before: Draft, after: Draft) -> Changed:
    old, new = ({card.id: card for card in draft.cards} for draft in (before, after))
    added, gone = [i for i in new if i not in old], [i for i in old if i not in new]
    altered = [i for i in new if i in old and new[i] != old[i]]
    if len(altered) > 1:
        return Changed(f"改了 {len(altered)} 条", card=altered[0])
    if added:
        words = f"加上“{_name(new[added[0]], after)}”这一条"
        return Changed(words, added[0], _before(list(new), added[0]))
    if gone:
        words = f"去掉“{_name(old[gone[0]], before)}”这一条"
        return Changed(words, gone[0], _before(list(old), gone[0]))
    if altered:
        return _card(old[altered[0]], new[altered[0]], after)
    if list(old) != list(new):
        return Changed("移动一条", card=next(a for a, b in zip(new, old, strict=True) if a != b))
    return Changed()


def _card(old: Card, new: Card, draft: Draft) -> Changed:
    name = _name(new if new.text.strip() else old, draft)
    if old.text != new.text:
        words = f"改“{name}”的文字"
    elif old.decision != new.decision:
        words = f"把“{name}”定为“{DECISIONS[new.decision]}”"
    elif old.heading != new.heading:
        words = f"改小标题“{new.heading or old.heading}”"
    else:
        words = f"改“{name}”这一条"
    return Changed(words, card=new.id)


def _headings(before: Draft, after: Draft) -> Changed:
    old, new = _headed(before), _headed(after)
    for key, each in new.items():
        was = old.get(key)
        if was is not None and was.heading != each.heading:
            name = printed(each.heading or was.heading or "", printed_values(after))
            return Changed(f"改标题“{_short(name)}”", place=key)
        if was is not None and was.kinds != each.kinds:
            return Changed("改一部分的类别", place=key)
    return Changed()


def _headed(draft: Draft) -> dict[str, DraftSection | Topic]:
    return {**{s.id: s for s in draft.sections}, **{t.id: t for t in draft.topics}}


def _figures(before: Draft, after: Draft) -> Changed:
    old, new = ({entry.id: entry for entry in draft.ledger} for draft in (before, after))
    altered = [i for i in new if old.get(i) != new[i]] + [i for i in old if i not in new]
    if len(altered) > 1:
        place = COLLECT if before.answers != after.answers else LEDGER
        return Changed(f"改了 {len(altered)} 个数字", place=place)
    if not altered:
        return Changed()
    entry = new.get(altered[0]) or old[altered[0]]
    thing = f"“{_short(entry.thing or '这个数字')}”"
    if altered[0] not in old or altered[0] not in new:
        return Changed(f"台账{'加上' if altered[0] in new else '去掉'}{thing}", place=LEDGER)
    if old[altered[0]].value != entry.value:
        return Changed(f"{thing}填成 {entry.value or '空'}", entry=entry.id)
    return Changed(f"改数字{thing}", entry=entry.id)


def _promises(before: Draft, after: Draft) -> Changed:
    old = {each.id: each for each in before.promises}
    altered = [each for each in after.promises if old.get(each.id) != each]
    if not altered:
        return Changed()
    return Changed(f"去年安排“{_short(altered[0].text)}”的交代", place=PROMISES)


def _facts(before: Draft, after: Draft) -> Changed:
    for name, words in FACTS.items():
        if getattr(before, name) != getattr(after, name):
            return Changed(f"改{words}", place=BASICS)
    return Changed()


def _before(ids: list[str], card_id: str) -> str:
    """The card above, or below the first one."""
    place = ids.index(card_id)
    others = ids[place - 1 : place] or ids[1:2]
    return others[0] if others else ""


def _name(card: Card, draft: Draft) -> str:
    return _short(card.heading or printed(card.text, printed_values(draft)) or "空白")


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}……"
