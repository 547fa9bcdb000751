"""Learn how much each fact of opposition.py speaks for a claim being denied: check/opposed.py.

    python packaging/learn_oppositions.py SET...

A SET is as learn_retellings.py tells. A mistake whose two places hold a claim and its denial is a
pair of one thing; all other pairs of a report are not. The pairs of tests/check count as well.
Fitted by logistic regression; the same sets, the same weights.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from learn_retellings import FRAME, ROOT, Text, texts
from regression import FOLDS, elsewhere, fit

from lawdraft.check import opposition
from lawdraft.check.poles import all_said, counted, denied, left_told
from lawdraft.check.reading import Context, Reading
from lawdraft.flow import Kit, recognise_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.poles import Claim

TARGET = ROOT / "lawdraft" / "check" / "opposed.py"
TESTS = tuple(
    f"test_check_{name}"
    for name in ("all_and_some", "all_but", "excepted", "never_once", "some_are_not", "opposed")
)
RIDGE, TRIED = 1.0, 1.0


class Pair(NamedTuple):
    """Facts of a claim and what may deny it, whether it does, of which report and case."""

    facts: opposition.Facts
    same: bool
    weight: float
    base: str
    case: str
    told: str


def _counted(reading: Reading, said: list[Claim]) -> Iterator[Claim]:
    return counted(reading, frozenset(claim.end_of_name for claim in said))


def _left(reading: Reading, _: list[Claim]) -> Iterator[Claim]:
    return left_told(reading)


KINDS = {
    "none": (denied, _counted, opposition.none_and_some, opposition.may_deny_none),
    "all": (all_said, _left, opposition.all_and_some, opposition.may_deny_all),
}


def pairs(text: Text, kit: Kit, kind: str) -> Iterator[Pair]:
    """The pairs of a report."""
    reading = Reading(recognise_text(text.text, kit), Context(kit.knowledge))
    claims, others, facts, may = KINDS[kind]
    said = list(claims(reading))
    some = list(others(reading, said))
    for claim in said:
        for other in some:
            if not may(claim, other):
                continue
            planted = at_odds(text, reading.text, claim, other)
            if text.kind == "cases" and not planted:
                continue
            told = (
                f"{reading.text[claim.start : claim.end]} / {reading.text[other.start : other.end]}"
            )
            yield Pair(facts(reading, claim, other), planted, 1.0, text.base, text.case, told)


def at_odds(text: Text, words: str, one, other) -> bool:
    """Whether the two are the places of the planted mistake."""
    hits = [
        {n for n, plant in enumerate(text.plants) if _holds(words, plant, claim)}
        for claim in (one, other)
    ]
    return any(a != b for a in hits[0] for b in hits[1])


def _holds(words: str, plant: str, claim) -> bool:
    at = words.find(plant)
    return at >= 0 and at < claim.end and claim.start < at + len(plant)


def of_tests(kit: Kit, kind: str) -> Iterator[Pair]:
    """The pairs that the tests have."""
    for number, (one, other, same) in enumerate(_rows()):
        text = FRAME.format(one, other)
        told = Text(text, f"tests:{number % FOLDS}", "cases", [], [one, other], f"{number}")
        for pair in pairs(told, kit, kind):
            yield pair._replace(same=same, weight=TRIED)


def _rows() -> Iterator[tuple[str, str, bool]]:
    """What tests expect to be found and to be left: two sentences, and whether these are at odds."""
    sys.path.insert(0, str(ROOT / "tests" / "check"))
    for name in TESTS:
        for test in vars(__import__(name)).values():
            for mark in getattr(test, "pytestmark", ()):
                same = "left" not in test.__name__ and "others" not in test.__name__
                for row in mark.args[1]:
                    one, *others = row.split("\n") if isinstance(row, str) else row
                    if len(others) == 1:
                        yield one, others[0], same
    module = __import__("test_check_opposed")
    for rows, same in ((module.STILL_MISSED, True), (module.STILL_ASKED, False)):
        yield from ((*row, same) for row in rows)


def tried(known: list[Pair], facts: np.ndarray, same: np.ndarray, counts: np.ndarray) -> None:
    """Print what is found where the base was not learnt from."""
    scores = elsewhere([pair.base for pair in known], facts, same, counts, RIDGE)
    ranked = sorted(zip(scores.tolist(), known, strict=True), key=lambda one: -one[0])
    best: dict[tuple[str, str], float] = {}
    for score, pair in ranked:
        if pair.same:
            best.setdefault((pair.base, pair.case), score)
    for least in (-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5):
        print(
            least,
            "found",
            sum(s >= least for s in best.values()),
            "of",
            len(best),
            "wrong",
            sum(s >= least and not p.same for s, p in ranked),
            "of",
            sum(not p.same for p in known),
        )
    for score, pair in [one for one in ranked if not one[1].same][:40]:
        print(f"  {score:.2f} {pair.base} {pair.told}")
    print("missed")
    for score, pair in ranked:
        if pair.same and best[pair.base, pair.case] == score and score < 0:
            print(f"  {score:.2f} {pair.base} {pair.case} {pair.told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, nargs="+")
    asked, kit = parser.parse_args(), Kit()
    read = [text for folder in asked.sets for text in texts(folder)]
    rows = ""
    for kind in KINDS:
        known = [pair for text in read for pair in pairs(text, kit, kind)]
        known += of_tests(kit, kind)
        known = list(
            {(p.base, p.case * p.same, p.told, tuple(p.facts.values())): p for p in known}.values()
        )
        names = list(known[0].facts)
        facts = np.array([list(pair.facts.values()) for pair in known])
        same = np.array([float(pair.same) for pair in known])
        counts = np.array([pair.weight for pair in known])
        print(kind)
        tried(known, facts, same, counts)
        weights = fit(facts, same, counts, RIDGE)
        told = "".join(
            f'    "{name}": {weight:.2f},\n' for name, weight in zip(names, weights, strict=True)
        )
        rows += f"{kind.upper()} = {{\n{told}}}\n"
    head = '"""What each fact of opposition.py weighs, as packaging/learn_oppositions.py has learnt it."""\n\n'
    TARGET.write_text(head + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
