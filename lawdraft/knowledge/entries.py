"""The entries of the knowledge packs, as they stand in their JSON files.

Every fact carries its source and how sure it is; `unsure` entries never make errors or warnings.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Confidence = Literal["high", "medium", "unsure"]


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something such reports count: 排查矛盾纠纷 in 件, 化解率 in %."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    units: tuple[str, ...]
    typical: tuple[float, float]  # per township and year; a judgement, for notes alone
    section: str = ""
    kind: Literal["count", "rate"] = "count"
    supplier: str = ""
    note: str = ""
    standing: bool = False  # villages, inhabitants: the same every year
    public: bool = True  # False: better left out of the public version


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """left ≤ right, both ids of indicators, where both stand in one report."""

    left: str
    op: Literal["<="]
    right: str
    note: str
    confidence: Confidence = "medium"


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rate = part ÷ whole × 100, ids of indicators."""

    rate: str
    part: str
    whole: str
    confidence: Confidence = "medium"


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A law, regulation or party rule with the times it held; dates are 2026-08-15."""

    name: str  # without 中华人民共和国 and 《》
    kind: str
    published: str | None = None  # of the text in force, or the last one
    effective: str | None = None
    change: str = "制定"  # 制定 修订 修正: how that text came about
    made: str | None = None  # first published, where that is certain
    versions: tuple[tuple[str | None, str | None], ...] = ()  # earlier (published, effective)
    repealed: str | None = None
    successors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()  # short names in good use
    wrong: tuple[str, ...] = ()  # names it is given by mistake
    plain: bool = False  # its full title does not begin with 中华人民共和国
    note: str = ""
    source: str = ""
    confidence: Confidence = "medium"


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase or event that is right between two dates; None is open."""

    name: str
    pattern: str  # regular expression
    first: str | None = None
    last: str | None = None
    group: str = ""
    fine: str = ""  # where this stands in the same sentence, the phrase is meant so
    early: str = ""  # likewise for a mention before `first`: 谋划 迎接
    instead: str = ""  # today's wording; put in place of the match where `mechanical`
    mechanical: bool = False
    hints: tuple[str, ...] = ()  # one of these stands in every match; saves searching
    note: str = ""
    source: str = ""
    confidence: Confidence = "medium"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mark, word or number style that is wrong wherever its pattern stands."""

    id: str
    rule: str
    pattern: str
    message: str
    level: Literal["error", "warning", "note"] = "warning"
    fix: str | None = None  # what to put in place, \\1 of the pattern; None: nothing mechanical
    why: str = ""
    public: bool = False  # only for the public version
    fine: str = ""  # where this stands in the same sentence, it is meant so
    hints: tuple[str, ...] = ()  # one of these stands in every match; saves searching
    bad: str = ""
    good: str = ""


class Confusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A real word written for another of like sound, with what makes that certain."""

    wrong: str
    right: str
    before: str = ""  # what stands directly before, a regular expression
    behind: str = ""  # what stands directly behind
    fine: str = ""  # where this stands in the same sentence, it is meant so
    source: str = ""
    bad: str = ""
    good: str = ""


class Leftovers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of which only one can stand; sets of them are written as 提高 提升 增强."""

    source: str = ""
    date: str = ""  # when the sets were gathered
    verbs: tuple[str, ...] = ()  # of one meaning
    unsure: tuple[str, ...] = ()  # likewise, though some put them side by side
    nouns: tuple[str, ...] = ()  # likewise
    small: tuple[str, ...] = ()  # adverbs, conjunctions, prepositions of one meaning
    kin: tuple[str, ...] = ()  # verbs that may stand side by side, but not with 了 between
    verbal: tuple[str, ...] = ()  # verbs that are never a noun's first half: 召开, not 整改
    together: tuple[
        str, ...
    ] = ()  # words that do stand side by side: 健全 完善, or only so: 持续不断


class Formula(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed wording; its words parted by spaces and marks, with | what may stand for one."""

    text: str
    source: str  # the paper that words it so
    date: str = ""  # of that paper
    ordered: bool = True  # another order is wrong
    whole: bool = True  # a word left out in the middle is wrong
    shortest: int = 0  # words after which it may break off; 0: it never does
    fine: str = ""  # where this stands in the same sentence, another formula is meant
    level: Literal["error", "warning", "note"] = "warning"
