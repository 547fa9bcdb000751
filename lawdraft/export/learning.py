"""照着这份文件的版式: a preset learned from a .docx, and where it departs from the standard."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.export.fonts import substitutes
from lawdraft.export.package import W
from lawdraft.export.preset import DEFAULT, FIELDS, FOLDER, build_preset, find_preset
from lawdraft.model.errors import CannotReadError
from lawdraft.model.files import make_folder, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from lawdraft.export.preset import Preset, Value

LARGEST_PART = 30_000_000  # bytes unpacked; a report's XML is a hundredth of that
TAG = f"{{{W}}}"
TWIPS_PER_MM = 1440 / 25.4
LEVEL1 = re.compile(r"^[一二三四五六七八九十]{1,3}、")
LEVEL2 = re.compile(r"^（[一二三四五六七八九十]{1,3}）")
LEVEL3 = re.compile(r"^\d{1,2}[.．、]")
BODY_LENGTH = 40
_MEASURES = (("_mm", "毫米"), ("_pt", "磅"), (".lines", "行"), ("characters", "字"), ("gap_above", "行"),
             ("gap_below", "行"), ("gap_below_text", "行"))  # fmt: skip
MM_TOLERANCE, PT_TOLERANCE = 1.0, 0.3


@dataclass(frozen=True, slots=True)
class Departure:
    """One value that is not the standard's, with the clause it departs from."""

    key: str
    label: str
    value: Value
    standard: Value
    clause: str
    strength: str

    @property
    def sentence(self) -> str:
        """天头是 30 毫米，标准为 37 毫米（5.2.1，必须）。"""
        ground = f"（{self.clause or '—'}，{self.strength or '—'}）。"
        if isinstance(self.value, bool):
            return f"{self.label}：这里{_say(self.value)}，标准{_say(self.standard)}{ground}"
        here, there = (_measured(self.key, each) for each in (self.value, self.standard))
        return f"{self.label}是 {here}，标准为 {there}{ground}"


@dataclass(frozen=True, slots=True)
class Learned:
    """A preset learned from a file, where it departs, and what could not be taken over."""

    preset: Preset
    departures: tuple[Departure, ...]
    left: tuple[str, ...] = ()


def learn_preset(path: Path, name: str, presets: tuple[Path, ...]) -> Learned:
    """The layout of a .docx as a preset called `name`; what it does not show is the standard's.

    Raises CannotReadError for a file that is no readable .docx.
    """
    standard = find_preset(DEFAULT, presets)
    found = _Reader(path).values()
    table: dict[str, object] = {"name": name, "summary": f"照“{path.name}”的版式"}
    left = []
    for key, value in found.items():
        if _fits(key, value):
            section, _, short = key.partition(".")
            part = table.setdefault(section, {})
            assert isinstance(part, dict)
            origin = standard.origins[key]
            same = _alike(key, value, standard.values[key])
            part[short] = {
                "value": value,
                "clause": origin.clause,
                "strength": origin.strength if same else "惯例",
            }
        else:
            left.append(f"{FIELDS[key].label}（{_measured(key, value)}）超出可用范围，仍按国标。")
    preset = build_preset(table, path.name, standard)
    return Learned(preset, departures(preset, standard), tuple(left))


def departures(preset: Preset, standard: Preset) -> tuple[Departure, ...]:
    """Where a preset's values are not the standard's, beyond its tolerances."""
    return tuple(
        Departure(
            key,
            field.label,
            preset.values[key],
            standard.values[key],
            standard.origins[key].clause,
            standard.origins[key].strength,
        )
        for key, field in FIELDS.items()
        if not _alike(key, preset.values[key], standard.values[key])
    )


def preset_toml(preset: Preset) -> str:
    """A preset as the text of its .toml file."""
    lines = [f"name = {_toml(preset.name)}", f"summary = {_toml(preset.summary)}"]
    section = ""
    for key, value in preset.values.items():
        head, _, short = key.partition(".")
        if head != section:
            section = head
            lines += ["", f"[{section}]"]
        origin = preset.origins[key]
        lines.append(
            f"{short} = {{ value = {_toml(value)}, "
            f'clause = "{origin.clause}", strength = "{origin.strength}" }}'
        )
    return "\n".join(lines) + "\n"


def save_preset(preset: Preset, packs: Path) -> Path:
    """Write a preset among the user's packs, under its name; an older one of that name goes."""
    folder = packs / FOLDER
    make_folder(folder)
    stem = re.sub(r'[\\/:*?"<>|\s]+', "-", preset.name).strip("-.") or "layout"
    file = folder / f"{stem[:40]}.toml"
    write_atomically(file, preset_toml(preset).encode("utf-8"))
    return file


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def _say(value: Value) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if value == "":
        return "随中文字体"
    return f"“{value}”" if isinstance(value, str) else f"{value:g}"


def _measured(key: str, value: Value) -> str:
    """37 毫米, 28 磅, 22 行: a number with what it is counted in."""
    measure = next((unit for end, unit in _MEASURES if key.endswith(end)), "")
    return _say(value) + (f" {measure}" if measure and not isinstance(value, str) else "")


def _fits(key: str, value: Value) -> bool:
    field = FIELDS[key]
    if isinstance(value, str):
        return bool(value.strip()) and len(value) <= 60 and not set(value) & set("<>&\"'\\\n")
    return isinstance(value, bool) or field.low <= value <= field.high


def _alike(key: str, value: Value, standard: Value) -> bool:
    if isinstance(value, str) and isinstance(standard, str):
        return value == standard or value in substitutes(standard)
    if isinstance(value, bool) or isinstance(standard, str):
        return value == standard
    tolerance = MM_TOLERANCE if key.endswith("_mm") else PT_TOLERANCE
    assert not isinstance(value, str)
    return abs(value - standard) <= (tolerance if key.endswith(("_mm", "_pt")) else 0)


class _Reader:
    """Looks the measures up in a .docx: section, settings, and what its paragraphs resolve to."""

    def __init__(self, path: Path) -> None:
        try:
            with zipfile.ZipFile(path) as package:
                self.document = _part(package, "word/document.xml", path)
                self.styles = _part(package, "word/styles.xml", path)
                names = package.namelist()
                settings = "word/settings.xml"
                self.settings = _part(package, settings, path) if settings in names else None
        except (OSError, zipfile.BadZipFile, KeyError) as trouble:
            raise CannotReadError(
                f"“{path.name}”不是能打开的 .docx 文件，无法照它的版式。"
            ) from trouble
        self.by_id = {s.get(TAG + "styleId"): s for s in self.styles.iter(TAG + "style")}
        self.default = next(
            (
                s
                for s in self.by_id.values()
                if s.get(TAG + "default") in ("1", "true") and s.get(TAG + "type") == "paragraph"
            ),
            None,
        )

    def values(self) -> dict[str, Value]:
        """Every value the file shows, by the preset's keys."""
        found: dict[str, Value] = {}
        found.update(self._page())
        found.update(self._text())
        found.update(self._headings())
        return found

    def _page(self) -> dict[str, Value]:
        section = next(iter(self.document.iter(TAG + "sectPr")), None)
        size = section.find(TAG + "pgSz") if section is not None else None
        margin = section.find(TAG + "pgMar") if section is not None else None
        found: dict[str, Value] = {}
        for element, names in (
            (size, {"w": "width", "h": "height"}),
            (margin, {"top": "top", "bottom": "bottom", "left": "binding", "right": "outer"}),
        ):
            for attribute, name in names.items():
                twips = _number(element, attribute)
                if twips is not None:
                    found[f"page.{name}_mm"] = round(abs(twips) / TWIPS_PER_MM, 1)
        mirrored = self.settings is not None and _is_on(self.settings.find(TAG + "mirrorMargins"))
        found["page.two_sided"] = mirrored
        return found

    def _text(self) -> dict[str, Value]:
        body = [p for p in self._paragraphs() if len(_text(p)) > BODY_LENGTH]
        found: dict[str, Value] = {}
        _most(found, "text.size_pt", [self._size(p) for p in body])
        _most(found, "fonts.body", [self._font(p, "eastAsia") for p in body])
        lines = [line for p in body if (line := self._line(p)) is not None]
        _most(found, "text.line_pt", lines)
        _most(found, "text.spacing_pt", [self._spacing(p) for p in body])
        latin = Counter(self._font(p, "ascii") for p in body).most_common(1)
        if latin and latin[0][0]:
            same = latin[0][0] == found.get("fonts.body")
            found["fonts.digits"] = "" if same else latin[0][0]
            if same:
                del found["fonts.digits"]
        return found | self._grid(found)

    def _grid(self, found: dict[str, Value]) -> dict[str, Value]:
        """Lines and characters a page holds with these measures."""
        page = self._page()
        try:
            high = float(page["page.height_mm"]) - float(page["page.top_mm"])
            high -= float(page["page.bottom_mm"])
            wide = float(page["page.width_mm"]) - float(page["page.binding_mm"])
            wide -= float(page["page.outer_mm"])
            size = float(found["text.size_pt"]) + float(found.get("text.spacing_pt", 0))
            points = 72 / 25.4
            return {
                "page.lines": int(high * points / float(found["text.line_pt"]) + 0.05),
                "page.characters": int(wide * points / size + 0.05),
            }
        except (KeyError, ZeroDivisionError):
            return {}

    def _headings(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        paragraphs = [p for p in self._paragraphs() if _text(p)]
        for pattern, level in ((LEVEL1, 1), (LEVEL2, 2), (LEVEL3, 3)):
            hits = [p for p in paragraphs if pattern.match(_text(p))]
            if level < 3:
                _most(found, f"fonts.level{level}", [self._font(p, "eastAsia") for p in hits])
            _most(found, f"headings.bold_level{level}", [self._bold(p) for p in hits])
        title = next(
            (p for p in paragraphs[:12] if self._centred(p) and (self._size(p) or 0) >= 18), None
        )
        if title is not None:
            _most(found, "fonts.title", [self._font(title, "eastAsia")])
            _most(found, "title.size_pt", [self._size(title)])
            line = self._line(title)
            _most(found, "title.line_pt", [line] if line else [])
        return found

    def _paragraphs(self) -> list[_Element]:
        body = self.document.find(TAG + "body")
        return list(body.iterfind(TAG + "p")) if body is not None else []

    def _sources(self, paragraph: _Element, kind: str) -> list[_Element]:
        """Where a property may stand: the first run, the paragraph, its styles, the defaults."""
        found: list[_Element] = []
        runs = (r for r in paragraph.iterfind(TAG + "r") if r.find(TAG + "t") is not None)
        run = next(runs, None)
        own = paragraph.find(TAG + "pPr")
        look = run.find(TAG + "rPr") if kind == "rPr" and run is not None else None
        if look is not None:
            found.append(look)
            found.extend(self._style_of_run(look))
        if kind == "pPr" and own is not None:
            found.append(own)
        named = own.find(TAG + "pStyle") if own is not None else None
        style = self.by_id.get(named.get(TAG + "val")) if named is not None else self.default
        for _ in range(12):  # a chain of styles that bites its tail ends here
            if style is None:
                break
            found.extend(style.iterfind(TAG + kind))
            base = style.find(TAG + "basedOn")
            style = self.by_id.get(base.get(TAG + "val")) if base is not None else None
        path = f"{TAG}docDefaults/{TAG}{kind}Default/{TAG}{kind}"
        return [*found, *self.styles.iterfind(path)]

    def _style_of_run(self, look: _Element) -> list[_Element]:
        named = look.find(TAG + "rStyle")
        style = self.by_id.get(named.get(TAG + "val")) if named is not None else None
        return list(style.iterfind(TAG + "rPr")) if style is not None else []

    def _value(self, paragraph: _Element, kind: str, tag: str, attribute: str) -> str | None:
        for source in self._sources(paragraph, kind):
            element = source.find(TAG + tag)
            if element is not None and element.get(TAG + attribute) is not None:
                return str(element.get(TAG + attribute))
        return None

    def _font(self, paragraph: _Element, attribute: str) -> str:
        return self._value(paragraph, "rPr", "rFonts", attribute) or ""

    def _size(self, paragraph: _Element) -> float | None:
        return _halved(self._value(paragraph, "rPr", "sz", "val"))

    def _spacing(self, paragraph: _Element) -> float:
        value = self._value(paragraph, "rPr", "spacing", "val")
        return _float(value) / 20

    def _line(self, paragraph: _Element) -> float | None:
        """Points of an exact line; None where the height follows the font."""
        rule = self._value(paragraph, "pPr", "spacing", "lineRule")
        value = self._value(paragraph, "pPr", "spacing", "line")
        if rule in ("exact", "atLeast") and value:
            return _float(value) / 20
        grid = next(iter(self.document.iter(TAG + "docGrid")), None)
        pitch = _number(grid, "linePitch")
        snaps = grid is not None and grid.get(TAG + "type") in ("lines", "linesAndChars")
        return pitch / 20 if pitch and snaps and value in (None, "240") else None

    def _bold(self, paragraph: _Element) -> bool:
        for source in self._sources(paragraph, "rPr"):
            element = source.find(TAG + "b")
            if element is not None:
                return _is_on(element)
        return False

    def _centred(self, paragraph: _Element) -> bool:
        return self._value(paragraph, "pPr", "jc", "val") == "center"


def _part(package: zipfile.ZipFile, name: str, path: Path) -> _Element:
    from lxml import etree

    if package.getinfo(name).file_size > LARGEST_PART:
        raise CannotReadError(f"“{path.name}”太大，无法照它的版式。")
    safe = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(package.read(name), safe)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, RuntimeError) as trouble:
        raise CannotReadError(f"“{path.name}”已损坏或有密码，无法照它的版式。") from trouble


def _text(paragraph: _Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(TAG + "t")).strip()


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get(TAG + "val") not in ("0", "false", "off")


def _number(element: _Element | None, attribute: str) -> float | None:
    value = element.get(TAG + attribute) if element is not None else None
    return _float(value) if value else None


def _float(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0


def _halved(value: str | None) -> float | None:
    return _float(value) / 2 if value else None


def _most(found: dict[str, Value], key: str, values: Sequence[Value | None]) -> None:
    """The commonest value, if any is known."""
    known = Counter(value for value in values if value is not None and value != "")
    if known:
        found[key] = known.most_common(1)[0][0]
