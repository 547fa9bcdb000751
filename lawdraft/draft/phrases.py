"""Wording for topics without last year's text, from templates/wording.toml; all of it our own.

Each point has several variants. Which one a unit gets hangs on its name, so that two towns that
begin from nothing do not hand in the same report, and the same town gets the same text again.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from lawdraft.draft import times
from lawdraft.draft.names import own_word, short_name, worded_for
from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN, Entry
from lawdraft.model.errors import BadPackError
from lawdraft.model.report import SectionKind  # noqa: TC001 - msgspec reads it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Template

    from lawdraft.draft.ids import Ids
    from lawdraft.knowledge import Knowledge
    from lawdraft.knowledge.entries import Indicator

FILE = "wording.toml"


_KINDS = (frozenset(("次", "场", "场次", "期")), frozenset(("人", "名")), frozenset(("件", "起")))
_DONE = re.compile(r"^(?:全年|共|累计|召开|开展|组织|举办|举行|主持|安排)+")
_LONGEST_OWN, _SHORTEST_NAME = 14, 4


class WordingTopic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic: usual headings, words it is known by, and points in several variants each."""

    id: str
    kind: SectionKind
    headings: tuple[str, ...] = ()  # without any, its points join those of the others
    keywords: tuple[str, ...] = ()
    points: tuple[tuple[str, ...], ...] = ()
    offers: tuple[str, ...] = ()  # only offered where one asks for wording, never put in by itself


class WordingPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section: usual headings, a leading sentence, and what to write where nothing is known."""

    kind: SectionKind
    headings: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    part: tuple[WordingPart, ...]
    topic: tuple[WordingTopic, ...]
    since: dict[str, int] = {}  # words, and the year from which there is such a thing

    def for_kind(self, kind: SectionKind) -> WordingPart:
        """The section of a kind; one without words where the file has none."""
        return next((part for part in self.part if part.kind == kind), WordingPart(kind))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a variant may name."""

    organisation: str
    year: int
    sessions: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()  # further words, by name

    @property
    def words(self) -> dict[str, str | int]:
        """The names that templates use: we 我镇, name 青禾镇, year, next_year, spirit, …."""
        return {
            "we": own_word(self.organisation),
            "name": short_name(self.organisation) or own_word(self.organisation),
            "year": self.year,
            "next_year": self.year + 1,
            "banner": times.banner(self.year),
            "thought": times.thought(self.year),
            "spirit": times.spirit(self.year, self.sessions),
            "learning": times.learning(self.year),
            "next_learning": times.learning(self.year + 1),
            **dict(self.more),
        }


def load_wording(templates: Path) -> Wording:
    """The wording file of a folder. Raises BadPackError that says what is wrong."""
    path = templates / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return msgspec.convert(data, Wording)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as bad:
        raise BadPackError(f"措辞模板 {FILE} 用不了（{bad}），请改正或恢复原来的模板。") from bad


def choice(variants: Sequence[str], organisation: str, place: str) -> str:
    """The variant of this unit at a place; the same one every time, another one next door."""
    if not variants:
        return ""
    return variants[drawn(organisation, place) % len(variants)]


def drawn(organisation: str, place: str) -> int:
    """A number that hangs on the unit and a place: the same every time."""
    digest = hashlib.sha256(f"{organisation}|{place}".encode()).digest()
    return int.from_bytes(digest[:4], "big")


def related(thing: str, others: Iterable[str]) -> bool:
    """Whether what is counted shares two neighbouring characters with any of the words."""
    pairs = {thing[at : at + 2] for at in range(len(thing) - 1)}
    return any(pair in other for pair in pairs for other in others)


def _same_kind(unit: str | None, wanted: str) -> bool:
    """场次 and 次 count the same: how often."""
    return unit == wanted or any({unit, wanted} <= kind for kind in _KINDS)


def _named(thing: str, longer: str) -> bool:
    """Whether all of `thing` stands in `longer` in order: 执法人员培训 in 行政执法人员专题培训."""
    letters = iter(longer)
    return len(thing) >= _SHORTEST_NAME and all(each in letters for each in thing)


@lru_cache(maxsize=512)
def _compiled(variant: str) -> Template:
    """Compiling a sentence takes a hundred times longer than filling it."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # plain text
    return environment.from_string(variant)


class Filler:
    """Fills variants; figures they ask for become ledger entries, the same one once.

    An entry of `known` that alone counts what is wanted, in a unit of its kind, is used.
    """

    def __init__(
        self,
        facts: Facts,
        ids: Ids,
        knowledge: Knowledge,
        known: Sequence[Entry] = (),
        since: Mapping[str, int] | None = None,
    ) -> None:
        self.entries: dict[str, Entry] = {}
        self._units: dict[str, tuple[str, str]] = {}  # of the wording, of the ledger
        self._facts = facts
        self._ids = ids
        self._knowledge = knowledge
        self._indicators: Mapping[str, Indicator] = {i.id: i for i in knowledge.indicators}
        self._known = known
        self._since = since or {}

    @property
    def next_id(self) -> int:
        """The number that comes after all ids given here."""
        return self._ids.next

    @property
    def new_entries(self) -> tuple[Entry, ...]:
        """The figures asked for that no ledger knew, in order."""
        old = {entry.id for entry in self._known}
        return tuple(entry for entry in self.entries.values() if entry.id not in old)

    def chosen(self, variants: Sequence[str], place: str, *, plan: bool = False) -> str:
        """This unit's variant, filled; of those that fit the year alone. Empty where none does."""
        year = self._facts.year + (1 if plan else 0)
        fitting = [each for each in variants if self._in_time(each, year)]
        return self.fill(choice(fitting, self._facts.organisation, place))

    def fits(self, words: str) -> bool:
        """Whether nothing in the words is out of its time this year."""
        return self._in_time(words, self._facts.year)

    def _in_time(self, words: str, year: int) -> bool:
        early = any(year < first and told in words for told, first in self._since.items())
        return not early and times.in_time(words, year, self._knowledge)

    def fill(self, variant: str) -> str:
        """The variant's text with slots for its figures. Raises BadPackError."""
        from jinja2 import TemplateError

        try:
            filled = _compiled(worded_for(self._facts.organisation, variant)).render(
                **self._facts.words,
                figure=self._figure,
                counted=self._counted,
                target=self._target,
            )
        except TemplateError as bad:
            raise BadPackError(
                f"措辞模板里的这句话用不了：“{variant[:30]}…”（{bad}），请改正或恢复原来的模板。"
            ) from bad
        for entry_id, (wanted, own) in self._units.items():
            slot = f"{SLOT_OPEN}{entry_id}{SLOT_CLOSE}"
            filled = filled.replace(slot + wanted, slot + own)
        return filled

    def _known_entry(self, thing: str, unit: str, indicator: str) -> Entry | None:
        """The one figure of the ledger that counts this, by its words and its indicator.

        The indicator alone is not enough: it is recognised, and words beside it may count others.
        """
        like = [e for e in self._known if e.role != "target" and _same_kind(e.unit, unit)]
        found = [e for e in like if _named(thing, e.thing) or self._is_one(e, thing, indicator)]
        wishes: tuple[Callable[[Entry], bool], ...] = (
            lambda e: bool(e.last or e.value),
            lambda e: e.thing == thing or _named(thing, e.thing),
            lambda e: e.unit == unit,
            lambda e: e.thing == thing,
        )
        for wanted in wishes:
            found = [e for e in found if wanted(e)] or found
        return found[0] if len(found) == 1 else None

    def _is_one(self, entry: Entry, thing: str, indicator: str) -> bool:
        known = self._indicators.get(indicator)
        if known is None or entry.indicator != indicator:
            return False
        return related(entry.thing, (thing, known.name, *known.synonyms))

    def _counted(self, thing: str, unit: str, indicator: str) -> str:
        """What the ledger's figure counts, in its own words; `thing` where it has none."""
        known = self._known_entry(thing, unit, indicator)
        own = _DONE.sub("", known.thing) if known else ""
        return own if 0 < len(own) <= _LONGEST_OWN else thing

    def _figure(self, thing: str, unit: str, indicator: str = "") -> str:
        """The slot of a figure: {{ figure("排查矛盾纠纷", "件", "disputes_found") }}件."""
        key = f"{indicator or thing}|{unit}"
        told = self._known_entry(thing, unit, indicator)
        if told is not None:
            self.entries[key] = told
            self._units[told.id] = (unit, told.unit or "")
        if key not in self.entries:
            known = self._indicators.get(indicator)
            self.entries[key] = Entry(
                id=self._ids.take("e"),
                thing=thing,
                unit=unit,
                last=None,
                indicator=indicator if known else None,
                public=known.public if known else True,
            )
        return f"{SLOT_OPEN}{self.entries[key].id}{SLOT_CLOSE}"

    def _target(self, thing: str, unit: str) -> str:
        """The slot of something to reach next year: {{ target("法治宣传活动", "场次") }}场次."""
        key = f"target {thing}|{unit}"
        if key not in self.entries:
            self.entries[key] = Entry(self._ids.take("e"), thing, unit, None, role="target")
        return f"{SLOT_OPEN}{self.entries[key].id}{SLOT_CLOSE}"
