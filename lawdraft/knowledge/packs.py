"""Knowledge pack files: versioned JSON, validated on load with the place of what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

import msgspec

from lawdraft.knowledge.entries import (
    Confusion,
    Formula,
    Indicator,
    Law,
    Leftovers,
    Phrase,
    Rate,
    Relation,
    Wording,
)
from lawdraft.knowledge.lawtable import faults, is_day
from lawdraft.model.errors import BadPackError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1  # raised when an older program could no longer read a pack


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """What every pack tells about itself; `as_of` is shown as 知识截至."""

    FILE: ClassVar[str] = ""

    pack: str
    format: int
    version: str
    as_of: str
    name: str
    source: str = ""

    def faults(self) -> tuple[str, ...]:
        """What is wrong beyond the form of the file, as sentences; () where all is well."""
        return ()


class IndicatorPack(Pack, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Indicators, relations that hold between them, and rates made from them."""

    FILE: ClassVar[str] = "indicators.json"

    entries: tuple[Indicator, ...]
    relations: tuple[Relation, ...] = ()
    rates: tuple[Rate, ...] = ()

    def faults(self) -> tuple[str, ...]:
        """Double ids, and relations between indicators that are not there."""
        ids = [entry.id for entry in self.entries]
        known = set(ids)
        double = tuple(f"指标编号“{i}”出现了两次" for i in sorted(known) if ids.count(i) > 1)
        named = [side for r in self.relations for side in (r.left, r.right)]
        named += [side for r in self.rates for side in (r.rate, r.part, r.whole)]
        missing = sorted(set(named) - known)
        return double + tuple(f"关系中的指标“{i}”不在指标表里" for i in missing)


class LawPack(Pack, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Laws with dates, and titles that are known to exist without."""

    FILE: ClassVar[str] = "laws.json"

    entries: tuple[Law, ...]
    titles: tuple[str, ...] = ()

    def faults(self) -> tuple[str, ...]:
        """Double names, impossible dates, successors that are missing or lead in a circle."""
        return faults(self.entries, self.titles)


class PhrasePack(Pack, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases and events with the time they hold."""

    FILE: ClassVar[str] = "phrases.json"

    entries: tuple[Phrase, ...]

    def faults(self) -> tuple[str, ...]:
        """Patterns that are none, dates that are none or stand the wrong way round."""
        return tuple(fault for entry in self.entries for fault in _phrase_faults(entry))


class WordingPack(Pack, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Patterns of wrong words, marks and number styles."""

    FILE: ClassVar[str] = "wording.json"

    entries: tuple[Wording, ...]
    typos: dict[str, str] = {}  # 布署 → 部署: wrong wherever they stand
    core_words: tuple[str, ...] = ()  # two characters; one of like sound or shape is a slip
    own_words: str = ""  # of such reports, that dictionaries have too seldom: right as they stand
    set_phrases: tuple[str, ...] = ()  # one character lost or changed in them is a slip
    formulas: tuple[Formula, ...] = ()  # in which a word lost or replaced is a wrong term
    confusions: tuple[Confusion, ...] = ()  # real words in the wrong place
    idioms: tuple[str, ...] = ()  # four characters, none of which is ever another
    leftovers: Leftovers = Leftovers()  # words of one meaning, of which an edit left two

    def faults(self) -> tuple[str, ...]:
        """Double ids, patterns that are none, rules that do not exist."""
        ids = [entry.id for entry in self.entries]
        double = tuple(f"用词编号“{i}”出现了两次" for i in sorted(set(ids)) if ids.count(i) > 1)
        patterns = [(e.id, pattern) for e in self.entries for pattern in (e.pattern, e.fine)]
        patterns += [(f.text, f.fine) for f in self.formulas]
        patterns += [(c.wrong, p) for c in self.confusions for p in (c.before, c.behind, c.fine)]
        return double + tuple(
            fault for name, pattern in patterns for fault in pattern_faults(name, pattern)
        )


def _phrase_faults(entry: Phrase) -> tuple[str, ...]:
    found: list[str] = []
    for pattern in (entry.pattern, entry.fine, entry.early):
        found += pattern_faults(entry.name, pattern)
    for day in (entry.first, entry.last):
        if day is not None and not is_day(day):
            found.append(f"“{entry.name}”的日期“{day}”不是日历上的一天，应写成 2026-01-01 这样")
    if entry.first and entry.last and entry.first > entry.last:
        found.append(f"“{entry.name}”的起止日期前后颠倒")
    return tuple(found)


def pattern_faults(name: str, pattern: str) -> tuple[str, ...]:
    """Why a pattern is no regular expression, as a sentence; () where it is one."""
    try:
        re.compile(pattern)
    except re.error as trouble:
        return (f"“{name}”的匹配式不合法（{trouble.msg}，第 {trouble.pos} 个字符）",)
    return ()


KINDS: dict[str, type[Pack]] = {
    "indicators": IndicatorPack,
    "laws": LawPack,
    "phrases": PhrasePack,
    "wording": WordingPack,
}

PackType = TypeVar("PackType", bound=Pack)


class Loaded(msgspec.Struct, Generic[PackType], frozen=True):
    """A pack in use, where it came from, and why the user's own was refused, if it was."""

    pack: PackType
    path: str
    shipped: bool
    warning: str = ""


def read_pack(path: Path, kind: type[PackType], *, shipped: bool = False) -> PackType:
    """The pack in a file, wholly validated. Raises BadPackError that says what is wrong where.

    Of a `shipped` one the form alone: a test holds its patterns, and compiling all takes 100 ms.
    """
    try:
        data = path.read_bytes()
    except OSError as trouble:
        raise BadPackError(f"知识包“{path.name}”打不开：{reason_of(trouble)}。") from trouble
    return decode_pack(data, path.name, kind, shipped=shipped)


def decode_pack(data: bytes, name: str, kind: type[PackType], *, shipped: bool = False) -> PackType:
    """The pack in bytes; `name` is how messages call it. Raises BadPackError."""
    try:
        pack = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise BadPackError(f"知识包“{name}”有误，未采用：{explain(str(trouble))}。") from trouble
    wrong = header_faults(pack) or (() if shipped else pack.faults())
    if wrong:
        raise BadPackError(f"知识包“{name}”有误，未采用：{wrong[0]}。")
    return pack


def header_faults(pack: Pack) -> tuple[str, ...]:
    """What is wrong in the lines every pack begins with."""
    if pack.format != FORMAT:
        return (f"格式版本是 {pack.format}，本程序只认 {FORMAT}，请换用对应版本的知识包",)
    if not is_day(pack.as_of):
        return ("as_of 应写成 2026-11-22 这样的日期",)
    return ()


_EXPLAINED = (
    (r"Object missing required field `(\w+)`(?: - at `\$\.?(.*?)`)?$", r"\2 缺少“\1”一项"),
    (r"Object contains unknown field `(\w+)`(?: - at `\$\.?(.*?)`)?$", r"\2 多出不认识的“\1”一项"),
    (r"Expected `(.+?)`, got `(.+?)` - at `\$\.?(.*?)`$", r"\3 处应为 \1，实为 \2"),
    (r"Invalid enum value (.+?) - at `\$\.?(.*?)`$", r"\2 处的值 \1 不在可选范围内"),
    (r"JSON is malformed: .*\(byte (\d+)\)$", r"第 \1 字节处不是合法的 JSON"),
    (r"Input data was truncated$", "文件不完整，后半截丢失"),
)


def explain(trouble: str) -> str:
    """A message of msgspec in Chinese, with the place: entries[3].name 处应为 str，实为 int."""
    for pattern, sentence in _EXPLAINED:
        found = re.search(pattern, trouble)
        if found:
            return found.expand(sentence).strip()
    return trouble.rstrip(".")


def load_pack(resources: Path, packs: Path, kind: type[PackType]) -> Loaded[PackType]:
    """The user's pack where there is a good one, else the shipped one and a warning."""
    own = packs / kind.FILE
    warning = ""
    if own.is_file():
        try:
            return Loaded(read_pack(own, kind), str(own), shipped=False)
        except BadPackError as trouble:
            warning = f"{trouble.sentence}仍用随程序的知识包。"
    shipped = resources / kind.FILE
    return Loaded(
        read_pack(shipped, kind, shipped=True), str(shipped), shipped=True, warning=warning
    )
