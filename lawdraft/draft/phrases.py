"""Wording for topics without last year's text, from templates/wording.toml; all of it our own.

Each point has several variants. Which one a unit gets hangs on its name, so that two towns that
begin from nothing do not hand in the same report, and the same town gets the same text again.
"""

from __future__ import annotations

import hashlib
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
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinja2 import Template

    from lawdraft.draft.ids import Ids
    from lawdraft.knowledge import Knowledge
    from lawdraft.knowledge.entries import Indicator

FILE = "wording.toml"


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


@lru_cache(maxsize=512)
def _compiled(variant: str) -> Template:
    """Compiling a sentence takes a hundred times longer than filling it."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # plain text
    return environment.from_string(variant)


class Filler:
    """Fills variants; figures they ask for become ledger entries, the same one once.

    An entry of `known` that alone has the wanted indicator and unit is used.
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
                **self._facts.words, figure=self._figure, target=self._target
            )
        except TemplateError as bad:
            raise BadPackError(
                f"措辞模板里的这句话用不了：“{variant[:30]}…”（{bad}），请改正或恢复原来的模板。"
            ) from bad
        return filled

    def _figure(self, thing: str, unit: str, indicator: str = "") -> str:
        """The slot of a figure: {{ figure("排查矛盾纠纷", "件", "disputes_found") }}件."""
        key = f"{indicator or thing}|{unit}"
        same = [e for e in self._known if indicator and (e.indicator, e.unit) == (indicator, unit)]
        if len(same) == 1:
            self.entries[key] = same[0]
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
