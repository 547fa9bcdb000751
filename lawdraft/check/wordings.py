"""Rules that are data: the patterns of the wording pack, and what names are spared by all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge.wordbook import WordPattern
    from lawdraft.model.finding import Finding


def pattern_findings(passage: Passage, reading: Reading, rule: str) -> Iterator[Finding]:
    """Every match of the rule's patterns in a paragraph; those for the public version only there."""
    for word in reading.knowledge.word_patterns.of(rule, passage.text):
        entry = word.entry
        if (entry.public and not reading.context.public) or not word.may_stand_in(passage.text):
            continue
        for found in word.pattern.finditer(passage.text):
            suggestion = word.replacement(found)
            if suggestion == found.group() or _is_meant(passage, word, found.start()):
                continue
            yield passage.finding(
                rule,
                entry.level,
                f"“{found.group()}”：{entry.message}" if rule in _QUOTED else entry.message,
                *found.span(),
                suggestion=suggestion,
                why=entry.why,
            )


def in_own_name(text: str, start: int, end: int, organisation: str) -> bool:
    """下洋镇: the characters from start to end as the unit's own name has them."""
    pairs = (text[at : at + 2] for at in range(max(0, start - 1), end))
    return any(pair in organisation for pair in pairs if len(pair) > 1 and pair[0] >= "一")


def _is_meant(passage: Passage, word: WordPattern, place: int) -> bool:
    """判处罚金: other words of the sentence tell that it is meant so."""
    if word.fine is None:
        return False
    span = passage.sentence(place)
    return word.fine.search(passage.text, span.start, span.end) is not None


_QUOTED = frozenset(("typo", "sensitive-public", "exact-with-approx"))
