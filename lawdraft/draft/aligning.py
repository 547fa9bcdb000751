"""Which paragraphs of a returned file are which of ours: in order, also joined, split or moved."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lawdraft.text.markers import split_number

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

_ALIKE = 40.0  # per cent: below that two paragraphs are not the same one
_SHORTEST_PART = 10  # characters that a rest of a paragraph must have to be known again
_JOINED_ALIKE = 80.0  # per cent that paragraphs joined or split must have in common
_MOST_JOINED = 6  # paragraphs that became one, or that one became
_MOVED_ALIKE = 80.0
_TOO_MANY = 90_000  # likenesses to work out
_BEGINS = 60.0  # per cent that a joined paragraph's beginning and its first part share
_REST = 0.7  # of a paragraph: a shorter one may be what is left of it
_SHORTEST_MOVED = 4  # characters
_MOST_CELLS = 40_000  # of a table of likenesses; beyond, joined paragraphs are not looked for


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs `here` (ours) became those `there`; either may be empty, both are in order."""

    here: range
    there: range


def aligned(
    base: list[str], returned: list[str], framed: Collection[int] = (), *, joining: bool = True
) -> list[Pair]:
    """Pairs in order; `framed`: places of ours (主送, 署名) that pair with what stands in theirs.

    `joining`: several may have become one, or one several.
    """
    bare = [_bare(text) for text in base], [_bare(text) for text in returned]
    pairs: list[Pair] = []
    most = _MOST_JOINED if joining else 1
    for tag, b0, b1, r0, r1 in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [
                Pair(range(b, b + 1), range(r, r + 1))
                for b, r in zip(range(b0, b1), range(r0, r1), strict=True)
            ]
        else:
            pairs += _best_pairs(bare[0], bare[1], range(b0, b1), range(r0, r1), most)
    return _with_frame(pairs, framed)


def moved(
    pairs: Sequence[Pair], base: list[str], returned: list[str], framed: Collection[int] = ()
) -> dict[int, int]:
    """Paragraphs that came back at another place: theirs → ours, among those without a partner."""
    from rapidfuzz import fuzz

    gone = [p.here.start for p in pairs if p.here and not p.there and p.here.start not in framed]
    new = [p.there.start for p in pairs if p.there and not p.here]
    bare = {here: _bare(base[here]) for here in gone}
    found: dict[int, int] = {}
    for there in new if len(gone) * len(new) <= _TOO_MANY else ():
        text = _bare(returned[there])
        if len(text) < _SHORTEST_MOVED:
            continue
        ratios = {here: fuzz.ratio(words, text) for here, words in bare.items()}
        best = max(ratios, key=lambda here: ratios[here], default=None)
        if best is not None and ratios[best] >= _MOVED_ALIKE:
            found[there] = best
            del bare[best]
    return found


def _bare(text: str) -> str:
    """Without the number of a heading: what stays when others are taken out before it."""
    return split_number(text)[1].strip() or text


def _with_frame(pairs: list[Pair], framed: Collection[int]) -> list[Pair]:
    """A line around the body that was written wholly anew is still that line."""
    done: list[Pair] = []
    for pair in pairs:
        before = done[-1] if done else None
        if (
            before
            and before.here
            and not before.there
            and not pair.here
            and before.here.start in framed
        ):
            done[-1] = Pair(before.here, pair.there)
        elif (
            before
            and before.there
            and not before.here
            and pair.here
            and not pair.there
            and pair.here.start in framed
        ):
            done[-1] = Pair(pair.here, before.there)
        else:
            done.append(pair)
    return done


def _best_pairs(
    base: list[str], returned: list[str], here: range, there: range, most: int
) -> Iterator[Pair]:
    """The pairing, in order, with the greatest likeness (as in sequence alignment)."""
    ours, theirs = [base[i] for i in here], [returned[j] for j in there]
    rows, columns = len(ours), len(theirs)
    if rows * columns > _TOO_MANY:  # no report: nothing is compared for minutes
        yield from (Pair(range(i, i + 1), range(0)) for i in here)
        yield from (Pair(range(0), range(j, j + 1)) for j in there)
        return
    most = most if rows * columns <= _MOST_CELLS else 1
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            for (di, dj), gain in _steps(ours, theirs, i, j, most):
                total = gain + best[i + di][j + dj]
                if (i, j) not in step or total > best[i][j]:
                    best[i][j], step[i, j] = total, (di, dj)
    i = j = 0
    while (i, j) in step:
        di, dj = step[i, j]
        yield Pair(here[i : i + di], there[j : j + dj])
        i, j = i + di, j + dj


def _steps(
    ours: list[str], theirs: list[str], i: int, j: int, most: int
) -> Iterator[tuple[tuple[int, int], float]]:
    """How many paragraphs of each may be taken next, and what that gains."""
    left, right = len(ours) - i, len(theirs) - j
    if left and right and (likeness := _alike(ours[i], theirs[j])) >= _ALIKE:
        yield (1, 1), likeness
    if left:
        yield (1, 0), 0.0
    if right:
        yield (0, 1), 0.0
    if left and right and most > 1:
        yield from _joinings(ours[i], theirs[j : j + most], lambda count: (1, count))
        yield from _joinings(theirs[j], ours[i : i + most], lambda count: (count, 1))


def _joinings(
    one: str, parts: list[str], step: Callable[[int], tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], float]]:
    """The first two of the parts as `one`, the first three …: only where it begins with the first."""
    from rapidfuzz import fuzz

    first = parts[0]
    if len(first) >= len(one) or not fuzz.ratio(one[: len(first)], first, score_cutoff=_BEGINS):
        return
    for count in range(2, len(parts) + 1):
        if gain := _joined(one, parts[:count]):
            yield step(count), gain


def _joined(one: str, parts: list[str]) -> float:
    """How like a paragraph is to several others joined; 0 where it is not."""
    from rapidfuzz import fuzz

    length = sum(map(len, parts))
    if not 0.6 < length / max(len(one), 1) < 1.6:
        return 0.0
    return fuzz.ratio(one, "".join(parts), score_cutoff=_JOINED_ALIKE)


def _alike(one: str, other: str) -> float:
    """Per cent; a paragraph of which little is left is still itself."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(one, other)
    if whole >= _ALIKE:
        return whole
    opening = one.partition("。")[0]  # a heading that runs in
    if len(opening) >= _SHORTEST_MOVED and other.startswith(f"{opening}。"):
        return _ALIKE
    short, long = sorted((len(one), len(other)))
    if short < _SHORTEST_PART or short > _REST * long:
        return whole
    return max(whole, fuzz.partial_ratio(one, other) * 0.6)
