"""Pack resources/trigrams.bin: which neighbouring characters official prose has, and how often.

    python packaging/make_trigrams.py --counts df.tsv.xz --words dict.txt

`--counts`: tab-separated 4-gram, documents in all groups, gov, policy, news (as for
make_background.py). `--words`: a dictionary with word, frequency, kind a line (jieba's dict.txt,
MIT). The result: one JSON line, then a Bloom filter a part: `seen` the three-character rows that
texts have, `frequent` and `usual` those that many have, `words` ordinary words of two to four
characters, `pairs` those of two characters that texts have.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from pathlib import Path
from typing import TYPE_CHECKING

from lawdraft.knowledge.rows import PROBES, cells

if TYPE_CHECKING:
    from collections.abc import Collection

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "resources"
GROUPS = ("gov", "policy", "news", "law")
SEEN, FREQUENT, USUAL = 0.002, 0.004, 0.02  # share of the texts of the group that has most of it
PAIR = 0.004
LEAST_WORD = {2: 5, 3: 10, 4: 5}  # occurrences in the dictionary, by characters
HAN = re.compile(r"[一-鿿]+")


def read_rows(path: Path) -> dict[str, float]:
    """Rows of two and three characters and the largest share of a group's texts with one."""
    sizes: dict[str, int] = {}
    found: dict[str, float] = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                name, _, value = line[1:].strip().partition("\t")
                if name == "documents by group":
                    sizes = {k: int(v) for k, v in (pair.split("=") for pair in value.split())}
                continue
            gram, total, *counts = line.rstrip("\n").split("\t")
            if HAN.fullmatch(gram):
                numbers = [int(count) for count in counts]
                numbers.append(int(total) - sum(numbers))
                share = max(n / sizes[g] for n, g in zip(numbers, GROUPS, strict=True))
                for row in (gram[:3], gram[1:], gram[:2], gram[1:3], gram[2:]):
                    found[row] = max(found.get(row, 0.0), share)
    return found


def read_words(path: Path) -> set[str]:
    """Words of two to four characters of the dictionary."""
    words = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        least = LEAST_WORD.get(len(word))
        if least is not None and int(frequency) >= least and HAN.fullmatch(word):
            words.add(word)
    return words


def bloom(rows: Collection[str], bits_each: int) -> bytes:
    """A filter of the rows."""
    size = (len(rows) * bits_each // 8 + 1) * 8
    field = bytearray(size // 8)
    for row in rows:
        for cell in cells(row, size):
            field[cell >> 3] |= 1 << (cell & 7)
    return bytes(field)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=RESOURCES / "trigrams.bin")
    asked = parser.parse_args()
    found = read_rows(asked.counts)
    rows = {row: share for row, share in found.items() if len(row) == 3}
    pairs = [row for row, share in found.items() if len(row) == 2 and share >= PAIR]
    parts = {
        "seen": bloom([row for row, share in rows.items() if share >= SEEN], 8),
        "frequent": bloom([row for row, share in rows.items() if share >= FREQUENT], 10),
        "usual": bloom([row for row, share in rows.items() if share >= USUAL], 12),
        "words": bloom(read_words(asked.words), 16),
        "pairs": bloom(pairs, 12),
    }
    head = {
        "pack": "trigrams",
        "format": 1,
        "probes": PROBES,
        "source": "官方文稿四字串的文档频率；jieba 词典（MIT）",
        "parts": {name: len(field) for name, field in parts.items()},
    }
    body = b"".join(parts.values())
    asked.out.write_bytes(json.dumps(head, ensure_ascii=False).encode() + b"\n" + body)


if __name__ == "__main__":
    main()
