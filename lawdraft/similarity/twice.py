"""Comparing without a library: with last year's own report, and a text with itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.model.similarity import Comparison, Repeat
from lawdraft.similarity.background import load_background
from lawdraft.similarity.comparing import align, align_points, copied_passages
from lawdraft.similarity.counts import Rarity
from lawdraft.similarity.database import Row
from lawdraft.similarity.draft import weigh_text
from lawdraft.similarity.marking import Asked, Spans, compare_result, normal_phrases
from lawdraft.similarity.normal import encode
from lawdraft.similarity.pieces import pieces, put_together
from lawdraft.similarity.points import Points, match_points
from lawdraft.similarity.sources import join_sources
from lawdraft.similarity.unit import recognise_unit, recognise_year

if TYPE_CHECKING:
    from collections.abc import Iterable

LAST = "last"  # the name of last year's report in the matches
_APART = 30  # letters between the two places of a repeated passage
_DENSE = 0.5  # of a passage said twice
_LONGEST = 60_000  # characters looked through for repeats


def compare_texts(
    text: str, last_text: str, unit: str | None = None, phrases: Iterable[str] = ()
) -> Comparison:
    """What of `text` stands in its unit's last report; every match is `own`, named "last".

    `phrases`: what the user calls set phrases, never counted.
    """
    whose = unit or recognise_unit(text) or "本单位"
    row = Row(1, LAST, whose, 1, recognise_year(last_text), len(last_text), b"")
    background = load_background()
    rarity = Rarity(background)
    known = normal_phrases(phrases, background.letters)
    sources = join_sources([row], [encode(last_text)], background.letters)
    found = []
    for piece in pieces(text):
        asked = Asked(piece.text, whose, recognise_year(text), known)
        draft = weigh_text(piece.text, background, rarity)
        aligned = align(draft, sources, rarity)
        kept = copied_passages(draft, sources, aligned)
        found.append((piece, compare_result(asked, draft, sources, kept, aligned)))
    return put_together(text, found)


def repeats(text: str) -> tuple[Repeat, ...]:
    """Passages that one text says twice, in the order of their first place."""
    text = text[:_LONGEST]
    background = load_background()
    rarity = Rarity(background)
    row = Row(1, "", None, 1, None, len(text), b"")
    draft = weigh_text(text, background, rarity)
    sources = join_sources([row], [encode(text)], background.letters)
    aligned = align_points(draft, sources, rarity, _later(match_points(draft, sources)))
    spans = Spans(draft.normal.raw, draft.normal.place, 0, len(draft.normal.raw))
    found = [
        Repeat(
            spans.of(one.passage.start, one.passage.end),
            spans.of(one.passage.source_start, one.passage.source_end),
            round(one.passage.share, 4),
        )
        for one in copied_passages(draft, sources, aligned)
        if one.passage.density >= _DENSE and one.passage.end <= one.passage.source_start
    ]
    return tuple(sorted(found, key=lambda one: one.first.start))


def _later(points: Points) -> Points:
    """Points whose second place stands well behind the first."""
    kept = np.flatnonzero(points.source - points.draft >= _APART)
    return replace(
        points,
        draft=points.draft[kept],
        source=points.source[kept],
        report=points.report[kept],
        weight=points.weight[kept] * 2,  # halved because the gram stands in both places
    )
