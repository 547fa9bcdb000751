"""The bundled sample: a fictional town's last report and this year's figures for it."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (msgspec resolves it at run time)
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model import editing
from lawdraft.model.draft import PromiseState  # noqa: TC001 - msgspec reads it

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.draft import Decision, Draft, Entry


@dataclass(frozen=True, slots=True)
class SampleFigure:
    """This year's value of the figure that last year's report printed near some words."""

    last: str
    unit: str
    near: str
    value: str


@dataclass(frozen=True, slots=True)
class SampleWording:
    """Words of a section's cards that its clerk writes anew."""

    section: str
    find: str
    replace: str


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What became of the promise of last year's plan that holds some words."""

    find: str
    state: PromiseState
    answer: str


@dataclass(frozen=True, slots=True)
class SampleFacts:
    """What this-year.json holds."""

    source: str
    date: str
    year: int
    report_date: dt.date
    figures: tuple[SampleFigure, ...]
    wording: tuple[SampleWording, ...]
    answers: tuple[SampleAnswer, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the sample's files are, and this year's facts."""

    last_report: Path
    web_page: Path
    facts: SampleFacts


def load_sample(resources: Path) -> Sample:
    """The sample in the resources folder."""
    import msgspec

    folder = resources / "sample"
    facts = msgspec.json.decode((folder / "this-year.json").read_bytes(), type=SampleFacts)
    return Sample(folder / "last-year.docx", folder / "last-year.html", facts)


def fill_sample(draft: Draft, facts: SampleFacts) -> Draft:
    """The draft as its clerk would finish it: figures given, cards decided, date set."""
    draft = editing.set_facts(draft, date=facts.report_date)
    for entry in draft.ledger:
        value = _value_for(entry, draft, facts)
        if value is not None:
            draft = editing.set_figure(draft, entry.id, value)
    for section in draft.sections:
        for card in (card for topic in section.topics for card in topic.cards):
            text = _reworded(card.text, section.kinds, facts)
            draft = editing.set_card_text(draft, card.id, text)
            decision: Decision = "numbers" if text == card.text else "rewrite"
            draft = editing.set_decision(draft, card.id, decision)
    return _answered(draft, facts)


def _answered(draft: Draft, facts: SampleFacts) -> Draft:
    for promise in draft.promises:
        answer = next((a for a in facts.answers if a.find in promise.text), None)
        if answer:
            draft = editing.set_promise(draft, promise.id, answer.state, answer.answer)
    return draft


def _value_for(entry: Entry, draft: Draft, facts: SampleFacts) -> str | None:
    candidates = [f for f in facts.figures if f.last == entry.last and f.unit == entry.unit]
    if len(candidates) > 1:  # 8% and 8场 differ in unit; the same value twice needs its words
        texts = [c.last for s in draft.sections for t in s.topics for c in t.cards]
        sentence = next((x for x in texts if entry.thing and entry.thing in x), entry.thing)
        candidates = [f for f in candidates if f.near in sentence or f.near in entry.thing]
    return candidates[0].value if candidates else None


def _reworded(text: str, kinds: tuple[str, ...], facts: SampleFacts) -> str:
    for wording in facts.wording:
        if wording.section in kinds:
            text = text.replace(wording.find, wording.replace)
    return text
