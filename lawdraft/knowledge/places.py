"""The townships and subdistricts of the country by province, city and county (as of 2023-06).

One compressed text of 41,000 names: `省|市|县|` and the names run together, each ended by
1 (镇), 2 (乡), 3 (街道) or 0 (others, written out). Searching it beats building a table.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "places.txt.gz"
_SUFFIXES = (("街道", "3"), ("镇", "1"), ("乡", "2"))
OFTEN = 8  # townships from which a character is one that names begin or end with
_ENDS = {"3": "街道", "1": "镇", "2": "乡", "0": ""}
_NAME = re.compile(r"([^0-3]+)([0-3])")


@dataclass(frozen=True, slots=True)
class County:
    """A county, district or county-level city, and what it belongs to."""

    province: str
    city: str
    name: str


@dataclass(frozen=True)
class Places:
    """Look-ups in the list; `lines` are its counties."""

    text: str
    as_of: str = ""

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(self.text.splitlines())

    @property
    def count(self) -> int:
        """How many townships are listed: each name ends with one of the four codes."""
        return sum(map(self.text.count, "0123"))

    @cached_property
    def counties(self) -> Mapping[str, tuple[County, ...]]:
        """Counties by name; 城关区 and others stand in several cities."""
        found: dict[str, tuple[County, ...]] = {}
        for line in self._lines:
            province, city, name, _ = line.split("|", 3)
            found[name] = (*found.get(name, ()), County(province, city, name))
        return found

    @cached_property
    def cities(self) -> frozenset[str]:
        """Provinces and prefecture-level cities by their full names."""
        return frozenset(part for line in self._lines for part in line.split("|", 2)[:2])

    def townships(self, name: str) -> tuple[County, ...]:
        """The counties that have a township of this full name: 殷祖镇 → 大冶市; () for none."""
        return _townships(self.text, _coded(name))

    def is_township(self, name: str) -> bool:
        """Whether there is such a township anywhere."""
        return _is_township(self.text, _coded(name))

    def towns(self, county: County) -> frozenset[str]:
        """The full names of a county's townships and subdistricts, 殷祖镇."""
        head = f"{county.province}|{county.city}|{county.name}|"
        line = next((line for line in self._lines if line.startswith(head)), "|||")
        names = _NAME.findall(line.split("|", 3)[3])
        return frozenset(name + _ENDS[code] for name, code in names)

    @cached_property
    def _signs(self) -> tuple[frozenset[str], frozenset[str]]:
        """Characters that names of townships often begin with, and those they often end with."""
        names = [name for name, _ in _NAME.findall(self.text.replace("|", "0")) if len(name) < 4]
        tallies = Counter(name[0] for name in names), Counter(name[-1] for name in names)
        first, last = (frozenset(s for s, n in each.items() if n >= OFTEN) for each in tallies)
        return first, last

    def like_a_name(self, bare: str) -> bool:
        """Whether a township may be called so: 柳溪 may, 拨打 and 做实 may not."""
        first, last = self._signs
        return bare[0] in first and bare[-1] in last

    def is_region(self, name: str) -> bool:
        """Whether a province, city or county is called so, in full."""
        return name in self.counties or name in self.cities


def _coded(name: str) -> str:
    for suffix, code in _SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)] + code
    return name + "0"


@lru_cache(maxsize=256)  # asked at every keystroke for the same few; a search takes 0.2 ms
def _townships(listed: str, coded: str) -> tuple[County, ...]:
    places = []
    at = listed.find(coded)
    while at >= 0:
        if listed[at - 1] in "|0123":
            start = listed.rfind("\n", 0, at) + 1
            places.append(County(*listed[start:at].split("|", 3)[:3]))
        at = listed.find(coded, at + 1)
    return tuple(places)


@lru_cache(maxsize=4096)
def _is_township(listed: str, coded: str) -> bool:
    at = listed.find(coded)
    while at >= 0:
        if listed[at - 1] in "|0123":
            return True
        at = listed.find(coded, at + 1)
    return False


def read_places(path: Path) -> Places:
    """The list in a file. Raises BadPackError where it is damaged or of another kind."""
    try:
        head, _, text = gzip.decompress(path.read_bytes()).decode().partition("\n")
        about = json.loads(head)
    except (OSError, EOFError, zlib.error, ValueError) as trouble:
        raise BadPackError(f"地名表“{path.name}”打不开或已损坏，未采用。") from trouble
    if not isinstance(about, dict) or about.get("pack") != "places" or text.count("|") < 3:
        raise BadPackError(f"“{path.name}”不是地名表，未采用。")
    return Places(text.rstrip("\n"), str(about.get("as_of", "")))
