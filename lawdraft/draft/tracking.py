"""Last year's plan against this year: which cards and figures answer a promise, and what follows.

An answer flows on: 完成 asks for an achievement, 部分完成 and 未完成 for a shortcoming, 结转 keeps the
point in next year's plan.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.answering import counted, same_unit, speaking_of, told_by
from lawdraft.draft.ledger import evaluate, number_of
from lawdraft.model import editing
from lawdraft.model.tracking import PromiseMatch
from lawdraft.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.draft.answering import Told
    from lawdraft.model.draft import Card, Draft, Entry, Promise, PromiseState, Topic
    from lawdraft.model.report import SectionKind

_ALIKE = 80.0  # per cent, of a promise's thing and a figure's
_TO_COME = re.compile(
    r"^(?:[一二三四五六七八九十]+是)?(?:20\d\d年|明年|来年|下一步|今后)?(?:我[镇乡县市区局]|本\w)?"
    r"(?:将|要|拟|计划|力争|争取|确保|努力)*(?:20\d\d年底?(?:之?前)?)?"
)
_MOST = 3  # cards and figures shown for a promise


def match_promises(draft: Draft) -> tuple[PromiseMatch, ...]:
    """For each promise, in order, what of the achievements and the ledger speaks of it."""
    evaluated = evaluate(draft)
    told = told_by(tuple(_achievements(draft)), evaluated)
    return tuple(_match(promise, told, evaluated.ledger) for promise in draft.promises)


def _achievements(draft: Draft) -> Iterator[Card]:
    for section in draft.sections:
        if {"achievements", "highlights", "rectification"} & set(section.kinds):
            for topic in section.topics:
                yield from (card for card in topic.cards if card.decision != "drop")


def _match(promise: Promise, told: tuple[Told, ...], ledger: tuple[Entry, ...]) -> PromiseMatch:
    near = speaking_of(promise, told)
    entries = _figures(promise, ledger)
    state, why = _proposal(promise, entries)
    figure = counted(promise, near[0]) if near and not why else None
    if figure is not None:
        told_so = f"正文里写的是 {figure.text}"
        state, why = _compared(promise, figure.number or 0.0, told_so)
    return PromiseMatch(
        promise=promise.id,
        cards=tuple(each.card.id for each in near[:_MOST]),
        entries=tuple(entry.id for entry in entries[:_MOST]),
        state=state,
        why=why,
    )


def _figures(promise: Promise, ledger: tuple[Entry, ...]) -> list[Entry]:
    """Figures of the same thing in the same unit, the most alike first."""
    from rapidfuzz import fuzz

    if promise.number is None or not promise.thing:
        return []
    scored = [
        (fuzz.token_set_ratio(_spaced(promise.thing), _spaced(entry.thing)), entry)
        for entry in ledger
        if entry.role != "target" and same_unit(entry.unit, promise.unit)
    ]
    near = [each for each in scored if each[0] >= _ALIKE]
    return [entry for _, entry in sorted(near, key=lambda each: -each[0])]


def _spaced(text: str) -> str:
    return " ".join(words.cut(text))


def _proposal(promise: Promise, entries: list[Entry]) -> tuple[PromiseState, str]:
    value = number_of(entries[0].value) if entries else None
    if value is None:
        return "open", ""
    unit = promise.unit or ""
    return _compared(promise, value, f"台账里“{entries[0].thing}”是 {entries[0].value}{unit}")


def _compared(promise: Promise, value: float, told: str) -> tuple[PromiseState, str]:
    if promise.number is None:
        return "open", ""
    said = f"去年计划 {promise.number:g}{promise.unit or ''}，{told}"
    if value >= promise.number:
        return "done", f"{said}，看来已完成。"
    return ("partial", f"{said}，还没有达到。") if value else ("undone", f"{said}。")


def with_consequences(draft: Draft, promise_id: str) -> Draft:
    """The draft after a promise was answered: a prompting card where the answer has to be told.

    完成 in the achievements, 未完成 in the shortcomings, 部分完成 in both; 结转 keeps its points of the
    plan. Among the achievements it comes where the like is told.
    Asking twice adds nothing.
    """
    promise = draft.promise(promise_id)
    if promise.state == "carried":
        return _with_plan_kept(draft, promise)
    if promise.state == "done":
        hint = f"去年计划“{promise.text}”已经完成，请写明做了什么、成效怎样。"
        return _with_prompt(draft, "achievements", hint, promise)
    if promise.state == "partial":
        hint = f"去年计划“{promise.text}”做了一部分，请写明做到了哪一步。"
        draft = _with_prompt(draft, "achievements", hint, promise)
    if promise.state in ("partial", "undone"):
        told = "只完成了一部分" if promise.state == "partial" else "没有完成"
        hint = f"去年计划“{promise.text}”{told}，请写明原因。"
        told_above = promise.state == "partial"
        asked = replace(promise, answer="") if told_above else promise
        return _with_prompt(draft, "shortcomings", hint, asked)
    return draft


def reopened(draft: Draft) -> Draft:
    """The draft where a promise whose sentence was taken out again waits for its answer."""
    if not any(promise.told for promise in draft.promises):
        return draft
    there = {card.id: card.text.strip() for card in draft.cards if card.decision != "drop"}

    def asked(promise: Promise) -> Promise:
        left = [there[each] for each in promise.told if each in there]
        gone = not any(left) if promise.answer else not left
        return replace(promise, state="open", told=()) if promise.told and gone else promise

    promises = tuple(map(asked, draft.promises))
    return draft if promises == draft.promises else replace(draft, promises=promises)


def _with_plan_kept(draft: Draft, promise: Promise) -> Draft:
    known = {card.id: card for card in draft.cards}
    for card_id in promise.cards:
        if card_id in known and known[card_id].decision in ("undecided", "drop"):
            draft = editing.set_decision(draft, card_id, "keep")
    return draft


def _with_prompt(draft: Draft, kind: SectionKind, hint: str, promise: Promise) -> Draft:
    topic = _topic_of(draft, kind, promise.text)
    there = (card for card in draft.cards if card.decision != "drop")
    if topic is None or any(card.hint == hint for card in there):
        return draft
    card_id = editing.new_id(draft, "c")
    points = [card for card in topic.cards if card.marker]
    after = (points or topic.cards)[-1] if topic.cards else None
    grown = editing.add_card(
        draft,
        topic.id,
        _sentence(promise, undone=kind == "shortcomings"),
        after=after.id if after else None,
        marker=after.marker if after else None,
        new_paragraph=after.new_paragraph if after else True,
    )
    grown = editing.change_card(grown, card_id, lambda card: replace(card, hint=hint))
    promises = tuple(
        replace(each, told=(*each.told, card_id)) if each.id == promise.id else each
        for each in grown.promises
    )
    return replace(grown, promises=promises)


def _sentence(promise: Promise, *, undone: bool) -> str:
    """The answer as a whole sentence: what was announced leads it where it does not name that itself."""
    answer = promise.answer.strip().rstrip("。；，、;,.")
    if not answer:
        return ""
    named = _pairs(promise.thing or promise.text)
    if len(named & _pairs(answer)) * 2 >= len(named):
        return f"{answer}。"
    clauses = [each for each in re.split(r"[，。；：\n]", promise.text) if each.strip()]
    lead = next((each for each in clauses if promise.thing and promise.thing in each), clauses[0])
    lead = _TO_COME.sub("", lead).strip()
    told = "没有完成" if undone and promise.state == "undone" else ""
    return f"{lead}{told}，{answer}。"


def _topic_of(draft: Draft, kind: SectionKind, words: str) -> Topic | None:
    """The topic of the achievements that tells the like; the last one of the shortcomings."""
    topics = [t for section in draft.sections if kind in section.kinds for t in section.topics]
    if not topics or kind != "achievements":
        return topics[-1] if topics else None
    wanted = _pairs(words)
    return max(topics, key=lambda topic: len(wanted & _pairs(_told_in(topic))) / _length(topic))


def _told_in(topic: Topic) -> str:
    return (topic.heading or "") + "".join(card.text for card in topic.cards)


def _length(topic: Topic) -> float:
    """A long topic shares more by chance."""
    return math.sqrt(len(_told_in(topic)) + 50)


def _pairs(words: str) -> set[str]:
    plain = "".join(letter for letter in words if "\u4e00" <= letter <= "\u9fff")
    return {plain[at : at + 2] for at in range(len(plain) - 1)}
