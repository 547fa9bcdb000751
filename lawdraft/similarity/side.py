"""Two spans side by side: which characters are equal, replaced, missing, added."""

from __future__ import annotations

from typing import cast

from lawdraft.model.report import Span
from lawdraft.model.similarity import Aligned, AlignedKind

_LONGEST = 20_000  # characters; longer spans are cut, aligning is quadratic at worst


def opcodes(draft: str, source: str) -> tuple[Aligned, ...]:
    """Stretches in order that tile both texts; spans index the strings passed.

    A moved clause is a deletion and an insertion.
    """
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes(draft[:_LONGEST], source[:_LONGEST])
    aligned = [
        Aligned(
            cast("AlignedKind", step.tag),
            Span(step.src_start, step.src_end),
            Span(step.dest_start, step.dest_end),
        )
        for step in steps
    ]
    return tuple(_rest(aligned, draft, source))


def _rest(aligned: list[Aligned], draft: str, source: str) -> list[Aligned]:
    if len(draft) > _LONGEST:
        end = min(len(source), _LONGEST)
        aligned.append(Aligned("delete", Span(_LONGEST, len(draft)), Span(end, end)))
    if len(source) > _LONGEST:
        aligned.append(Aligned("insert", Span(len(draft), len(draft)), Span(_LONGEST, len(source))))
    return aligned
