"""Pack resources/background.bin: how rare 4-grams of official prose are, and how letters fold.

    python packaging/make_background.py --counts df.tsv.xz --characters TSCharacters.txt

`--phrases`: stock phrases of the genre, which the counted texts (no township reports) lack;
their grams get a rate of 0.25. `--genre`: how many beginnings of such reports have a gram.

`--counts`: tab-separated 4-gram, documents in all groups, gov, policy, news; head lines with '#'.
`--characters`: traditional, tab, simplified characters (OpenCC's TSCharacters.txt, Apache-2.0;
single characters alone are taken). The result: one JSON line, then two zlib streams: 2**bits
4-bit levels of the rate (two a byte, the even cell high), and the 65,536 letters of normal text.
"""

from __future__ import annotations

import argparse
import json
import lzma
import unicodedata
import zlib
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
BITS = 20
LEAST_RATE = 0.0015
STOCK_RATE = 0.25
PARTS, MOST_RATE = 8, 0.5  # a report is about eight times as long as the beginnings counted
GROUPS = ("gov", "policy", "news", "law")


def read_counts(path: Path) -> tuple[np.ndarray, np.ndarray, int]:
    """Grams as four UTF-16 codes, the largest rate over the groups, and how many documents."""
    sizes: dict[str, int] = {}
    documents, grams, rates = 0, [], []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                documents = _head(line, sizes) or documents
                continue
            gram, total, *counts = line.rstrip("\n").split("\t")
            numbers = [int(count) for count in counts]
            numbers.append(int(total) - sum(numbers))
            rates.append(max(n / sizes[g] for n, g in zip(numbers, GROUPS, strict=True)))
            grams.append(int.from_bytes(gram.encode("utf-16-le"), "little"))
    return np.array(grams, np.uint64), np.array(rates), documents


def _head(line: str, sizes: dict[str, int]) -> int:
    name, _, value = line[1:].strip().partition("\t")
    if name == "documents by group":
        sizes.update({k: int(v) for k, v in (pair.split("=") for pair in value.split())})
    return int(value) if name == "documents" else 0


def stock_grams(path: Path, table: np.ndarray) -> np.ndarray:
    """4-grams of the stock phrases in normal letters."""
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        for phrase in [] if line.startswith("#") else line.split():
            codes = [int(table[ord(character)]) for character in phrase]
            text = "".join(chr(code) for code in codes if code)
            found.update(text[k : k + 4] for k in range(len(text) - 3))
    return np.array(
        [int.from_bytes(g.encode("utf-16-le"), "little") for g in sorted(found)], np.uint64
    )


def genre_rates(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Grams that several reports of the genre have, and their rates a whole report."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    documents = next(int(line[1]) for line in lines if line[0] == "# documents")
    counted = [(gram, int(rest[0])) for gram, *rest in lines if len(gram) == 4 and rest]
    grams = [int.from_bytes(gram.encode("utf-16-le"), "little") for gram, _ in counted]
    share = np.array([count for _, count in counted]) / documents
    return np.array(grams, np.uint64), np.minimum(1 - (1 - share) ** PARTS, MOST_RATE)


def levels(grams: np.ndarray, rates: np.ndarray) -> tuple[np.ndarray, float]:
    """A 4-bit level a cell: rate = 2 ** ((level - 15) * step); 0 where nothing was counted."""
    step = -np.log2(LEAST_RATE) / 14
    kept = rates >= LEAST_RATE
    level = np.clip(np.round(15 + np.log2(rates[kept]) / step), 1, 15).astype(np.uint8)
    cells = ((grams[kept] * MULTIPLIER) >> np.uint64(64 - BITS)).astype(np.int64)
    table = np.zeros(1 << BITS, np.uint8)
    np.maximum.at(table, cells, level)
    return table[::2] << 4 | table[1::2], float(step)


def letters(characters: Path) -> np.ndarray:
    """What each code becomes: 0 dropped, digits '0', lower case, half width, simplified."""
    table = np.zeros(65536, np.uint16)
    for code in range(65536):
        if not 0xD800 <= code < 0xE000:
            table[code] = _letter(chr(code))
    for line in characters.read_text(encoding="utf-8").splitlines():
        old, _, new = line.partition("\t")
        new = new.split(" ")[0]
        if len(old) == 1 and len(new) == 1 and ord(old) < 65536 and ord(new) < 65536:
            table[ord(old)] = ord(new)
    return table


def _letter(character: str) -> int:
    folded = unicodedata.normalize("NFKC", character).lower()
    if len(folded) != 1 or ord(folded) > 65535:
        folded = character
    if folded.isdigit():
        return ord("0")
    return ord(folded) if folded.isalnum() else 0


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=Path, required=True)
    parser.add_argument("--characters", type=Path, required=True)
    parser.add_argument("--phrases", type=Path, default=HERE / "stock_phrases.txt")
    parser.add_argument("--genre", type=Path, default=HERE / "genre_counts.tsv")
    parser.add_argument("--out", type=Path, default=HERE.parent / "resources" / "background.bin")
    args = parser.parse_args()
    grams, rates, documents = read_counts(args.counts)
    table = letters(args.characters)
    stock = stock_grams(args.phrases, table)
    genre, genre_rate = genre_rates(args.genre)
    grams = np.concatenate((grams, stock, genre))
    rates = np.concatenate((rates, np.full(len(stock), STOCK_RATE), genre_rate))
    packed, step = levels(grams, rates)
    first = zlib.compress(packed.tobytes(), 9)
    second = zlib.compress(table.tobytes(), 9)
    head = {"version": 1, "bits": BITS, "step": step, "documents": documents,
            "rates": len(first), "letters": len(second)}  # fmt: skip
    args.out.write_bytes(json.dumps(head).encode() + b"\n" + first + second)
    print(args.out, args.out.stat().st_size)


if __name__ == "__main__":
    main()
