"""Pack resources/company.txt.xz: words that are mixed up, by the company each keeps.

    python packaging/make_company.py

Reads company.tsv beside this file, a pair a line: the right word, the wrong one, what tells that the
right one is meant, what makes the wrong one right (`>` at once behind, `<` at once before, `~` near).
"""

from __future__ import annotations

import lzma
from pathlib import Path

from lawdraft.knowledge.company import CODE, FILE, Signs, parsed

HERE = Path(__file__).resolve().parent
TABLE, PACKED = HERE / "company.tsv", HERE.parent / "resources" / FILE


def rows(text: str) -> list[str]:
    """The pairs of the table, packed tight. Raises ValueError naming a line that is none."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return sorted(map(tight, lines))


def tight(line: str) -> str:
    """A pair with its signs by where they stand, in order, none that a shorter one makes needless."""
    pair = parsed(line)
    if (
        not (len(pair.wrong) > 1 or pair.told.before or pair.told.behind)
        or pair.wrong == pair.right
    ):
        raise ValueError(line)
    told, fine = map(grouped, (pair.told, pair.fine))
    return "\t".join((pair.right, pair.wrong, told, fine))


def grouped(signs: Signs) -> str:
    """<上了 小小>大~老人; what ends, begins or holds another sign is told by that one."""
    groups = (
        ("<", signs.before, str.endswith),
        (">", signs.behind, str.startswith),
        ("~", signs.near, str.__contains__),
    )
    found = ""
    for mark, words, tells in groups:
        kept = {w for w in words if not any(w != other and tells(w, other) for other in words)}
        found += mark + " ".join(sorted(kept)) if kept else ""
    return found


def main() -> None:
    packed = "\n".join(rows(TABLE.read_text(encoding="utf-8")))
    PACKED.write_bytes(lzma.compress(packed.encode(CODE), preset=9 | lzma.PRESET_EXTREME))
    print(f"{PACKED.name}: {PACKED.stat().st_size} bytes")


if __name__ == "__main__":
    main()
