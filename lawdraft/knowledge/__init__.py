"""What the program knows of the world: laws, dated phrases, indicators, places, wording."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.knowledge import lawtable
from lawdraft.knowledge.citations import Citations
from lawdraft.knowledge.confusions import Confusions, confusions_of
from lawdraft.knowledge.firstlook import FirstLook, first_look
from lawdraft.knowledge.formulas import Formulas, formulas_of
from lawdraft.knowledge.idioms import idioms_of
from lawdraft.knowledge.leftovers import LeftoverWords, leftover_words
from lawdraft.knowledge.nearmiss import NearMisses, near_misses
from lawdraft.knowledge.packs import (
    KINDS,
    IndicatorPack,
    LawPack,
    Loaded,
    PhrasePack,
    WordingPack,
    load_pack,
)
from lawdraft.knowledge.phrasebook import DatedPhrase, dated
from lawdraft.knowledge.shelf import import_pack, list_packs, remove_pack
from lawdraft.knowledge.wordbook import WordPattern, WordPatterns, by_beginning, word_patterns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.knowledge.company import Company
    from lawdraft.knowledge.entries import Indicator, Law, Phrase, Wording
    from lawdraft.knowledge.idioms import Idioms
    from lawdraft.knowledge.places import Places
    from lawdraft.knowledge.slips import Slips
    from lawdraft.knowledge.spelling import Spelling

__all__ = [
    "DatedPhrase",
    "Knowledge",
    "WordPattern",
    "import_pack",
    "list_packs",
    "remove_pack",
]


@dataclass(frozen=True)
class Knowledge:
    """All packs in use; each is read when first asked for, the user's before the shipped."""

    resources: Path
    packs: Path

    @classmethod
    def load(cls, resources: Path, packs: Path) -> Knowledge:
        """Knowledge from the shipped folder and the user's; reads nothing yet."""
        return cls(resources, packs)

    @cached_property
    def indicator_pack(self) -> Loaded[IndicatorPack]:
        """The indicators with their relations."""
        return load_pack(self.resources, self.packs, IndicatorPack)

    @cached_property
    def law_pack(self) -> Loaded[LawPack]:
        """Laws with the times they held, and titles known without."""
        return load_pack(self.resources, self.packs, LawPack)

    @cached_property
    def phrase_pack(self) -> Loaded[PhrasePack]:
        """Phrases and events that are right between two dates."""
        return load_pack(self.resources, self.packs, PhrasePack)

    @cached_property
    def wording_pack(self) -> Loaded[WordingPack]:
        """Wrong words, marks and number styles as patterns."""
        return load_pack(self.resources, self.packs, WordingPack)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What such reports count, section by section."""
        return self.indicator_pack.pack.entries

    @property
    def laws(self) -> tuple[Law, ...]:
        """Laws, regulations and party rules with their dates."""
        return self.law_pack.pack.entries

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Dated phrases and events."""
        return self.phrase_pack.pack.entries

    @property
    def wording(self) -> tuple[Wording, ...]:
        """Patterns of what is wrong wherever it stands."""
        return self.wording_pack.pack.entries

    @cached_property
    def law_names(self) -> Mapping[str, Law]:
        """Laws by every name in good use, without 中华人民共和国 and 《》."""
        return lawtable.by_name(self.laws)

    @cached_property
    def law_titles(self) -> frozenset[str]:
        """Titles that are known to exist, without dates."""
        return frozenset(self.law_pack.pack.titles)

    @cached_property
    def known_titles(self) -> tuple[str, ...]:
        """All names of laws known."""
        return (*self.law_names, *self.law_pack.pack.titles)

    @cached_property
    def law_stems(self) -> frozenset[str]:
        """Known titles of 法 and 法典 without their last character."""
        return frozenset(t[:-1] for t in self.known_titles if len(t) > 2 and t[-1] in "法典")

    @cached_property
    def wrong_law_names(self) -> Mapping[str, str]:
        """Names that laws are given by mistake, with the right one."""
        return {wrong: law.name for law in self.laws for wrong in law.wrong}

    @cached_property
    def citations(self) -> Citations:
        """Finds the laws that a text names, with 《》 and without."""
        return Citations(frozenset(self.known_titles), frozenset(self.wrong_law_names))

    @cached_property
    def dated_phrases(self) -> tuple[DatedPhrase, ...]:
        """The phrases, compiled."""
        return tuple(dated(entry) for entry in self.phrases)

    @cached_property
    def hinted_phrases(self) -> FirstLook[DatedPhrase]:
        """The same, by their hints."""
        return first_look(self.dated_phrases)

    @cached_property
    def word_patterns(self) -> WordPatterns:
        """The patterns of all rules, compiled, by their hints."""
        return word_patterns(self.wording)

    @cached_property
    def core_words(self) -> frozenset[str]:
        """Words that such reports are made of, in which a like character is a slip."""
        return frozenset(self.wording_pack.pack.core_words)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """Words of such reports that dictionaries have too seldom."""
        return frozenset(self.wording_pack.pack.own_words.split())

    @cached_property
    def near_misses(self) -> NearMisses:
        """Set phrases with one character lost, doubled, swapped or changed."""
        return near_misses(self.wording_pack.pack.set_phrases)

    @cached_property
    def confusions(self) -> Confusions:
        """Real words of like sound in the wrong place."""
        return confusions_of(self.wording_pack.pack.confusions)

    @cached_property
    def company(self) -> Company:
        """Real words mixed up with others, told by the words beside them."""
        from lawdraft.knowledge.company import FILE, read_company

        return read_company(self.resources / FILE)

    @cached_property
    def formulas(self) -> Formulas:
        """Fixed wordings with a word lost or replaced."""
        return formulas_of(self.wording_pack.pack.formulas)

    @cached_property
    def idioms(self) -> Idioms:
        """Idioms with one character wrong."""
        return idioms_of(self.wording_pack.pack.idioms)

    @cached_property
    def leftovers(self) -> LeftoverWords:
        """Two words of one meaning side by side."""
        return leftover_words(self.wording_pack.pack.leftovers)

    @cached_property
    def typos(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Typos by their first two characters, the longest first."""
        return by_beginning(self.wording_pack.pack.typos)

    @cached_property
    def spelling(self) -> Spelling:
        """Frequent words, told from names."""
        from lawdraft.knowledge.spelling import FILE, read_spelling

        return read_spelling(self.resources / FILE)

    @cached_property
    def slips(self) -> Slips:
        """Finds slips of the pen by the language model; some 100 ms at first use."""
        from lawdraft.knowledge.language import FILE, read_language
        from lawdraft.knowledge.slips import slips_of

        language = read_language(self.resources / FILE)
        return slips_of(language, language.words | self.core_words | self.spelling.common)

    @cached_property
    def places(self) -> Places:
        """The townships of the country; some 10 ms at first use."""
        from lawdraft.knowledge.places import FILE, read_places

        return read_places(self.resources / FILE)

    @property
    def as_of(self) -> str:
        """知识截至: the date up to which the law table was kept."""
        return self.law_pack.pack.as_of

    @property
    def warnings(self) -> tuple[str, ...]:
        """Why packs of the user were refused, a sentence each; loads only packs he has."""
        loaded = {
            "indicators": lambda: self.indicator_pack.warning,
            "laws": lambda: self.law_pack.warning,
            "phrases": lambda: self.phrase_pack.warning,
            "wording": lambda: self.wording_pack.warning,
        }
        own = [kind for kind, form in KINDS.items() if (self.packs / form.FILE).is_file()]
        return tuple(warning for kind in own if (warning := loaded[kind]()))
