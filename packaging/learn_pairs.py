"""Learn what two facts about a change count for together, into resources/language.bin.

    python packaging/learn_pairs.py CLEAN.txt... --slips SLIPS.tsv

After learn_slips.py, whose weights stay and give half of the score. A paragraph of a clean report a
line; of SLIPS a paragraph with a slip that a person made, a tab, and the paragraph as it should be.
Slips are put in at random besides. A made one counts as eight of these: people make others. Words
short of a character (kind "short") are too rare for pairs and get weights one by one.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from learn_slips import BATCH, FILE, SEED, Planted, plant
from regression import fit

from lawdraft.flow import Kit
from lawdraft.knowledge.changes import laid_out
from lawdraft.knowledge.evidence import FACTS
from lawdraft.knowledge.hunting import Hunt
from lawdraft.knowledge.language import SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRED, ALONE = ("known", "like", "lost"), ("short",)
ROUNDS = 6  # slips put into a paragraph, one at a time
MADE, CLEAN = 8.0, 6.0  # what a slip made by a person counts for, and a change of clean text
STRONG, WEAK = 100.0, 10.0  # ridge of pairs, and of facts one by one
LIMIT = 6  # deviations up to which a fact counts
OFTENER = {"short": 2.5, "known": 0.5, "like": 0.5, "lost": 0.5}
"""Nats by which a kind may be told rather than left: wrong notes are far fewer than without pairs."""
SMALL = 1e-9


def rows_of(texts: list[Planted], slips) -> dict[str, np.ndarray]:
    """Facts of the changes that undo a slip, or of all where there is none, by kind."""
    rows: dict[str, list[np.ndarray]] = {kind: [] for kind in PAIRED + ALONE}
    for first in range(0, len(texts), BATCH):
        part = texts[first : first + BATCH]
        line = laid_out([one.text for one in part])
        for change, facts in Hunt(slips.tables, line).weighable():
            if change.kind in rows:
                undone = [_undoes(change, i, line, part) for i in range(len(facts))]
                rows[change.kind].append(facts[np.array(undone, bool)])
    return {kind: np.concatenate(found) for kind, found in rows.items()}


def _undoes(change, number: int, line, part: list[Planted]) -> bool:
    """Whether a change gives the text as it was; any does where no slip was put in."""
    at = int(change.at[number])
    one, start = part[line.owners[at]], int(line.places[at])
    right = "".join(map(chr, change.rights[number].tolist()))
    mended = one.text[:start] + right + one.text[start + change.length :]
    return one.start < 0 or mended == one.text[: one.start] + one.right + one.text[one.end :]


def made(lines: list[str]) -> Iterator[Planted]:
    """Slips of people, as if put in."""
    for line in lines:
        wrong, right = line.split("\t")
        pairs = enumerate(zip(wrong, right, strict=False))
        start = next((i for i, (one, other) in pairs if one != other), -1)
        if start >= 0:
            yield Planted(wrong, start, len(wrong), right[start:])


def learnt(kind: str, put: np.ndarray, own: np.ndarray, clean: np.ndarray) -> np.ndarray:
    """A table of what pairs of facts count for, or a row of what they count for one by one."""
    facts = np.concatenate((put, own, clean))
    wanted = np.repeat((1.0, 0.0), (len(put) + len(own), len(clean)))
    counts = np.repeat((1.0, MADE, CLEAN), (len(put), len(own), len(clean)))
    if kind in ALONE:
        weights = fit(facts, wanted, counts, WEAK)
        return _fitted(weights, own @ weights, clean @ weights)
    scale = limits(put)
    upper = np.triu_indices(len(FACTS))
    held = np.clip(facts, -scale, scale) / np.maximum(scale / LIMIT, SMALL)
    products = held[:, upper[0]] * held[:, upper[1]]
    weights = fit(products, wanted, counts, STRONG)
    scores = products @ weights
    weights = _fitted(weights, scores[len(put) :][: len(own)], scores[-len(clean) :])
    each = np.maximum(scale / LIMIT, SMALL)
    return SHARE * weights / (each[upper[0]] * each[upper[1]])


def _fitted(weights: np.ndarray, own: np.ndarray, clean: np.ndarray) -> np.ndarray:
    """The weights so that the score is the odds of a slip that a person made."""
    scores = np.concatenate((own, clean))
    facts = np.stack((scores, np.ones(len(scores))), 1)
    wanted = np.repeat((1.0, 0.0), (len(own), len(clean)))
    steep, least = fit(facts, wanted, np.ones(len(scores)), 1.0)
    return weights * steep + least * (np.arange(len(weights)) == len(weights) - 1)


def limits(facts: np.ndarray) -> np.ndarray:
    """How far each fact counts; the last one always holds, others that never differ never count."""
    found = LIMIT * facts.std(axis=0)
    found[-1] = LIMIT
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--slips", type=Path, required=True)
    asked = parser.parse_args()
    dice, slips = random.Random(SEED), Kit().knowledge.slips
    lines = [line.strip() for path in asked.texts for line in path.read_text("utf-8").splitlines()]
    texts = [line for line in dict.fromkeys(lines) if len(line) > 25]
    put = [one for text in texts * ROUNDS if (one := plant(text, slips, dice))]
    groups = (put, list(made(asked.slips.read_text("utf-8").splitlines())))
    planted, own = (rows_of(group, slips) for group in groups)
    clean = rows_of([Planted(text, -1, -1, "") for text in texts], slips)
    head, _, body = FILE.read_bytes().partition(b"\n")
    facts = json.loads(head)
    for kind in PAIRED + ALONE:
        found = learnt(kind, planted[kind], own[kind], clean[kind])
        found[-1] += OFTENER[kind]
        short = [float(f"{one:.3g}") for one in found.tolist()]
        print(kind, len(planted[kind]), len(own[kind]), len(clean[kind]))
        if kind in ALONE:
            facts["weights"][kind] = short
        else:
            reach = [float(f"{one:.3g}") for one in limits(planted[kind]).tolist()]
            facts.setdefault("together", {})[kind] = [reach, short]
    packed = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    FILE.write_bytes(packed.encode() + b"\n" + body)


if __name__ == "__main__":
    main()
