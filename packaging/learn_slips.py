"""Learn how much each fact about a change speaks for a slip, into resources/language.bin.

    python packaging/learn_slips.py CLEAN.txt...

Clean reports that the model is not made of, a paragraph a line. Slips are put in at random, of the
kinds that typing and scanning make; the changes that undo them are told from all others by logistic
regression, one for each kind. The same texts, the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np
from make_language import misspelt
from regression import fit

from lawdraft.flow import Kit
from lawdraft.knowledge.changes import laid_out
from lawdraft.knowledge.evidence import FACTS
from lawdraft.knowledge.hunting import KINDS, Hunt
from lawdraft.knowledge.language import COST
from lawdraft.knowledge.lookalikes import TWIN_PAIRS

FILE = Path(__file__).resolve().parent.parent / "resources" / "language.bin"
MISSPELT = misspelt()
ROUNDS, SEED, BATCH = 30, 5, 200  # slips a paragraph in turn; paragraphs searched at once
OFTEN = {
    "known": 40,
    "sound": 36,
    "near": 6,
    "word": 12,
    "look": 20,
    "twin": 8,
    "lost": 10,
    "end": 4,
    "twice": 8,
    "swapped": 10,
    "left": 6,
}  # of a hundred slips
APART = 4  # characters from a slip from which other changes count as clean text
KEPT = 1.0
RIDGE = 1.0
HALF = 0.5
RARER = {"known": -1.0, "like": 1.6, "lost": 1.0, "swapped": 1.0, "word": 4.5, "left": 1.0}
"""Nats by which a kind is rarer in life than among the slips put in, and more often wrongly seen."""
AGAIN = 3.0
TWIN = 3.5  # nats by which such a pair is likelier in life than another one alike
HAN = re.compile(r"[一-鿿]")

TWINS: dict[str, str] = {}
for one, other in sorted(TWIN_PAIRS):
    TWINS[one] = TWINS.get(one, "") + other


class Planted(NamedTuple):
    """A text with a slip at [start, end) where `right` stood."""

    text: str
    start: int
    end: int
    right: str


def plant(text: str, slips, dice: random.Random) -> Planted | None:
    """A paragraph with one slip of the pen; None where none can be made."""
    for _ in range(50):
        (kind,) = dice.choices(list(OFTEN), list(OFTEN.values()))
        at = dice.randrange(1, len(text) - 1)
        sign, following = text[at], text[at + 1]
        alone = kind in ("sound", "near", "look", "twin", "twice", "end")
        if not all(map(HAN.match, sign if alone else sign + following)):
            continue
        if kind in MAKERS:
            if planted := MAKERS[kind](text, at, slips, dice):
                return planted
            continue
        if kind == "lost" and HAN.match(text, at - 1):
            return Planted(text[:at] + text[at + 1 :], at, at, sign)
        if kind == "twice":
            return Planted(text[:at] + sign + text[at:], at, at + 2, sign)
        if kind == "swapped" and sign != following:
            pair = sign + following
            return Planted(text[:at] + pair[::-1] + text[at + 2 :], at, at + 2, pair)
        if kind in ("sound", "near", "look", "twin") and (
            planted := alike(text, at, kind, slips, dice)
        ):
            return planted
    return None


def known(text: str, at: int, _slips, dice: random.Random) -> Planted | None:
    """A word as people are known to write it wrong."""
    for length in (4, 3, 2):
        right = text[at : at + length]
        if len(right) == length and MISSPELT.get(right):
            wrong = dice.choice(MISSPELT[right])
            (place,) = (i for i, sign in enumerate(right) if wrong[i] != sign)
            start, end = at + place, at + place + 1
            return Planted(text[:start] + wrong[place] + text[end:], start, end, right[place])
    return None


def alike(text: str, at: int, kind: str, slips, dice: random.Random) -> Planted | None:
    """A character for another that sounds or looks like it."""
    language, sign = slips.language, text[at]
    table = {"sound": language.sounds, "near": language.near, "twin": TWINS}.get(
        kind, language.looks
    )
    wrong = [w for w in table.get(sign, "") if w != sign and language.single[ord(w)]]
    if not wrong:
        return None
    costs = [float(language.single[ord(w)] & COST) for w in wrong]
    (other,) = dice.choices(wrong, [float(np.exp(-cost / 2)) + 1e-4 for cost in costs])
    return Planted(text[:at] + other + text[at + 1 :], at, at + 1, sign)


def left_over(text: str, at: int, slips, dice: random.Random) -> Planted | None:
    """What changing a sentence leaves: 收回收问卷, 按照按原貌."""
    sign, pair = text[at], text[at : at + 2]
    if dice.random() < HALF and slips.is_word(pair):
        return Planted(text[:at] + pair + sign + text[at + 2 :], at, at + 3, pair)
    _, endings = slips.tables.endings.of(np.array([ord(sign)], np.uint64))
    if not len(endings):
        return None
    wrong = sign + chr(int(dice.choice(endings.tolist())))
    return Planted(text[:at] + wrong + text[at:], at, at + 3, sign)


def other_word(text: str, at: int, slips, dice: random.Random) -> Planted | None:
    """A word for another that sounds like it."""
    pair = text[at : at + 2]
    if slips.is_word(pair) and (others := heard_like(pair, slips)):
        return Planted(text[:at] + dice.choice(others) + text[at + 2 :], at, at + 2, pair)
    return None


def heard_like(pair: str, slips) -> list[str]:
    """Common words that sound like one, of other characters."""
    first, second = (np.array([ord(sign)], np.uint64) for sign in pair)
    _, words = slips.tables.homophones.of(first, second)
    spelt = {"".join(map(chr, word)) for word in words.tolist()}
    return sorted(word for word in spelt if word[0] != pair[0] and word[1] != pair[1])


def cut_short(text: str, at: int, slips, _dice: random.Random) -> Planted | None:
    """A clause that lost its last character: 矛盾纠。"""
    if HAN.match(text[at + 1]) or not slips.is_word(text[at - 1 : at + 1]):
        return None
    return Planted(text[:at] + text[at + 1 :], at, at, text[at])


MAKERS = {"known": known, "word": other_word, "left": left_over, "end": cut_short}


def gather(planted: list[Planted], slips, dice: random.Random) -> dict[str, tuple[list, list]]:
    """Facts of changes by kind, and 1 where the change undoes the slip, 0 elsewhere."""
    rows: dict[str, tuple[list, list]] = {kind: ([], []) for kind in KINDS}
    for first in range(0, len(planted), BATCH):
        part = planted[first : first + BATCH]
        line = laid_out([one.text for one in part])
        hunt = Hunt(slips.tables, line)
        for change, facts in hunt.weighable():
            for number in range(len(facts)):
                at = int(change.at[number])
                one, start = part[line.owners[at]], int(line.places[at])
                end = start + change.length
                right = "".join(map(chr, change.rights[number].tolist()))
                undone = one.text[:start] + right + one.text[end:]
                is_slip = undone == one.text[: one.start] + one.right + one.text[one.end :]
                clean = end < one.start - APART or start > one.end + APART
                if is_slip or (clean and dice.random() < KEPT):
                    rows[change.kind][0].append(facts[number])
                    rows[change.kind][1].append(int(is_slip))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    asked = parser.parse_args()
    dice, slips = random.Random(SEED), Kit().knowledge.slips
    lines = [line for path in asked.texts for line in path.read_text("utf-8").splitlines()]
    paragraphs = [line.strip() for line in lines if len(line.strip()) > 25] * ROUNDS
    planted = [one for text in paragraphs if (one := plant(text, slips, dice))]
    weights = {}
    for kind, (facts, wanted) in gather(planted, slips, dice).items():
        if kind == "again":  # as good as certain, and too rare to be learnt
            weights[kind] = [AGAIN * (fact == "one") for fact in FACTS]
            continue
        undone = np.array(wanted)
        counts = np.where(undone == 1, 1.0, 1 / KEPT)
        fitted = fit(np.array(facts), undone, counts, RIDGE)
        fitted[-1] -= RARER.get(kind, 0.0)
        if kind == "like":
            fitted[FACTS.index("twin")] += TWIN
        weights[kind] = [round(float(one), 2) for one in fitted]
        print(kind, len(wanted), sum(wanted), dict(zip(FACTS, weights[kind], strict=True)))
    head, _, body = FILE.read_bytes().partition(b"\n")
    line = json.dumps(json.loads(head) | {"weights": weights}, ensure_ascii=False)
    FILE.write_bytes(line.encode() + b"\n" + body)


if __name__ == "__main__":
    main()
