"""Learn how much each fact of likeness.py speaks for two mentions of one count: check/weights.py.

    python packaging/learn_retellings.py SET...

A SET is a folder: bases/NAME.txt, reports without a mistake; clean.jsonl, correct sentences put into
them ({"base", "edits": [[old, new]]}); cases.jsonl, one mistake each (also "rule" and "plant", the
strings that contradict each other). Two mentions of one number are taken to be of one count, and one
of them then given another number as slips of the pen and of memory make it; two mentions of
different numbers in a report without a mistake are of two. The pairs of tests/check count as well.
Fitted by logistic regression; the same sets, the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from regression import FOLDS, elsewhere, fit

from lawdraft.check import likeness
from lawdraft.check.among import Among, row_of
from lawdraft.check.mentions import Mention, Rarity, mentions
from lawdraft.check.reading import Context, Reading
from lawdraft.check.retold import may_contradict
from lawdraft.flow import Kit, recognise_text

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "lawdraft" / "check" / "weights.py"
TESTS = ("test_check_retold", "test_check_telling")
SEED, RIDGE = 3, 3.0
CHANCE = 6  # smaller numbers are often the same by chance
AGREE = 0.6  # unless their words agree so much
PLANTED, SLIPPED, TRIED = 1.5, 0.5, 12.0  # weight of a planted mistake, of one made up, of a test's
FRAME = """云岭县青禾镇2025年法治政府建设年度报告
2025年，青禾镇深入学习贯彻习近平法治思想，稳步推进依法行政。现将有关情况报告如下：
一、主要举措和成效
{}
{}
各项工作有序推进。
二、存在的不足和原因
执法力量偏弱，主要原因是持证人员少。
三、党政主要负责人履行推进法治建设第一责任人职责情况
党政主要负责人对重要工作亲自部署、重大问题亲自过问。
四、下一年度工作安排
继续充实执法队伍，办好群众身边的法治实事。
青禾镇人民政府
2026年1月20日
"""


class Pair(NamedTuple):
    """Facts of two mentions, whether they are of one count, how much that counts, and who they are."""

    facts: likeness.Facts
    same: bool
    weight: float
    base: str
    case: str
    told: str


class Text(NamedTuple):
    """A report: of which set, what kind of case, the spans that were edited, the strings at odds."""

    text: str
    base: str
    kind: str
    edited: list[tuple[int, int]]
    plants: list[str]
    case: str


def texts(folder: Path) -> Iterator[Text]:
    """All reports of a set."""
    bases = {
        path.stem: path.read_text("utf-8") for path in sorted((folder / "bases").glob("*.txt"))
    }
    for name, text in bases.items():
        yield Text(text, f"{folder.name}:{name}", "base", [], [], "")
    for kind in ("clean", "cases"):
        path = folder / f"{kind}.jsonl"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            case = json.loads(line) if line.strip() else {}
            wanted = kind == "clean" or case.get("rule") == "contradiction"
            if wanted and case.get("base") in bases and case.get("edits"):
                yield edited(case, bases[case["base"]], folder.name, kind)


def edited(case: dict, text: str, name: str, kind: str) -> Text:
    """A report with the edits of a case."""
    spans: list[tuple[int, int]] = []
    for old, new in case["edits"]:
        at = text.find(old)
        if at < 0:
            continue
        changes = [
            o
            for o in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
            if o[0] != "equal"
        ]
        grown = len(new) - len(old)
        spans = [(a + grown, b + grown) if a >= at + len(old) else (a, b) for a, b in spans]
        spans += (
            [(at + min(o[3] for o in changes), at + max(o[4] for o in changes))] if changes else []
        )
        text = text.replace(old, new, 1)
    plants = case.get("plant") or []
    return Text(
        text,
        f"{name}:{case['base']}",
        kind,
        spans,
        [plants] if isinstance(plants, str) else plants,
        str(case.get("id", "")),
    )


def pairs(text: Text, knowledge, dice: random.Random) -> Iterator[Pair]:
    """The pairs of a report that have something to teach."""
    reading = Reading(recognise_text(text.text, knowledge[0]), Context(knowledge[1]))
    rarity = Rarity(reading)
    figures = mentions(reading, rarity)
    among = Among(figures, rarity)
    for one, other in combinations(figures, 2):
        a, b = one.told, other.told
        if row_of(one) != row_of(other):
            continue
        planted = at_odds(text, reading.text, one, other)
        touched = any(
            s < m.told.figure.end and m.told.figure.start < e
            for s, e in text.edited
            for m in (one, other)
        )
        if (text.kind == "cases" and not planted) or (text.kind == "clean" and not touched):
            continue
        told = f"{a.left[-18:]}{a.figure.text}{a.behind[:8]} | {b.left[-18:]}{b.figure.text}{b.behind[:8]}"
        if one.number == other.number:
            for facts in slips(reading, one, other, among, dice):
                yield Pair(facts, same=True, weight=SLIPPED, base=text.base, case="", told=told)
        elif may_contradict(one, other):
            facts = likeness.likeness(reading, one, other, among)
            yield Pair(
                facts,
                planted,
                PLANTED if planted else 1.0,
                text.base,
                text.case if planted else "",
                told,
            )


def at_odds(text: Text, printed: str, one: Mention, other: Mention) -> bool:
    """Whether two mentions stand in two different planted strings."""
    hits = []
    for mention in (one, other):
        figure = mention.told.figure
        hits.append(
            {
                number
                for number, plant in enumerate(text.plants)
                for found in re.finditer(re.escape(plant), printed)
                if found.start() < figure.end and figure.start < found.end()
            }
        )
    return all(hits) and len(hits[0] | hits[1]) > 1


def slips(
    reading: Reading, one: Mention, other: Mention, among: Among, dice: random.Random
) -> Iterator[likeness.Facts]:
    """Facts of one count told twice had one of the two been written wrong."""
    if one.told.sentence == other.told.sentence or not likeness.comparable(one, other):
        return
    if one.number < CHANCE and likeness.likeness(reading, one, other, among)["words"] <= AGREE:
        return
    for _ in range(2):
        wrong = replace(other, number=slip(one.number, dice))
        if likeness.comparable(one, wrong):
            yield likeness.likeness(reading, one, wrong, among)


def slip(number: float, dice: random.Random) -> float:
    """Another number: digits changed about or mistyped, a little more or less, an older count."""
    if number != int(number):
        return round(max(number + dice.choice((-2, -1.8, -1, -0.9, 0.9, 1, 1.8, 2)), 0.1), 2)
    for _ in range(20):
        digits, kind = str(int(number)), dice.random()
        at = dice.randrange(len(digits))
        if kind < 0.3 and at + 1 < len(digits):
            other = int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
        elif kind < 0.55:
            other = int(number) + dice.choice((-3, -2, -1, 1, 2, 3))
        elif kind < 0.85:
            other = int(digits[:at] + str(dice.randrange(10)) + digits[at + 1 :])
        else:
            other = int(number * dice.choice((0.7, 0.8, 0.85, 0.9, 1.1, 1.2, 1.3)))
        if other > 0 and other != number:
            return float(other)
    return number + 1


def of_tests(knowledge, dice: random.Random) -> Iterator[Pair]:
    """The pairs that the tests have."""
    sys.path.insert(0, str(ROOT / "tests" / "check"))
    for name in TESTS:
        module = __import__(name)
        for rows, same in ((module.TOLD_TWICE, True), (module.TOLD_APART, False)):
            for number, (one, other) in enumerate(rows):
                text = Text(FRAME.format(one, other), f"tests:{number % FOLDS}", "base", [], [], "")
                for pair in pairs(text, knowledge, dice):
                    if pair.weight == 1.0:  # told with two numbers, as it stands
                        yield pair._replace(same=same, weight=TRIED)


def tried(known: list[Pair], facts: np.ndarray, same: np.ndarray, counts: np.ndarray) -> None:
    """Print what is found where the base was not learnt from."""
    scores = elsewhere([pair.base for pair in known], facts, same, counts, RIDGE)
    best: dict[tuple[str, str], float] = {}
    for pair, score in zip(known, scores.tolist(), strict=True):
        if pair.case:
            best[pair.base, pair.case] = max(score, best.get((pair.base, pair.case), -99.0))
    wrong = sorted(
        ((s, p) for s, p in zip(scores.tolist(), known, strict=True) if not p.same),
        key=lambda one: -one[0],
    )
    for least in (-1, -0.5, -0.3, 0, 0.5, 1, 1.5, 2):
        found = sum(score >= least for score in best.values())
        print(
            least,
            f"planted {found}/{len(best)}",
            "wrong",
            sum(s >= least for s, _ in wrong),
            "of",
            len(wrong),
        )
    for score, pair in wrong[:25]:
        print(f"  {score:.2f} {pair.base} {pair.told}")
    print("missed")
    for (base, case), score in best.items():
        if score < 0:
            told = [p.told for p in known if (p.base, p.case) == (base, case)]
            print(f"  {score:.2f} {base} {case} {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, nargs="+")
    asked = parser.parse_args()
    dice, kit = random.Random(SEED), Kit()
    knowledge = (kit, kit.knowledge)
    known = [
        p for folder in asked.sets for text in texts(folder) for p in pairs(text, knowledge, dice)
    ]
    known += of_tests(knowledge, dice)
    names = list(known[0].facts)
    facts = np.array([list(pair.facts.values()) for pair in known])
    same = np.array([float(pair.same) for pair in known])
    counts = np.array([pair.weight for pair in known])
    tried(known, facts, same, counts)
    weights = {
        n: round(float(w), 2) for n, w in zip(names, fit(facts, same, counts, RIDGE), strict=True)
    }
    rows = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items() if weight)
    head = '"""What each fact of likeness.py weighs, as packaging/learn_retellings.py has learnt it."""\n\n'
    TARGET.write_text(head + "RETOLD = {\n" + rows + "}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
