"""A layout preset: every measure, font and habit of the page, with its clause and strength.

Presets are TOML files in a folder `layouts` (templates/ ours, packs/ the user's). A value is
bare (`top_mm = 37`) or a table `{ value = 37, clause = "5.2.1", strength = "必须" }`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadPackError, BadUsageError, reason_of
from lawdraft.model.files import make_folder, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DEFAULT = "国标"
FOLDER = "layouts"
STRENGTHS = ("必须", "推荐", "取值", "惯例")
Value = float | int | bool | str
LARGEST = 256 * 1024  # bytes: a preset is a page of text; anything bigger is no preset


@dataclass(frozen=True, slots=True)
class Field:
    """What one key may hold: a number within bounds, a truth, or a font's name."""

    label: str
    kind: type
    low: float = 0.0
    high: float = 0.0
    may_be_empty: bool = False


FIELDS: dict[str, Field] = {
    "page.width_mm": Field("纸宽", float, 100, 450),
    "page.height_mm": Field("纸高", float, 100, 450),
    "page.top_mm": Field("天头", float, 5, 100),
    "page.bottom_mm": Field("地脚", float, 10, 100),
    "page.binding_mm": Field("订口", float, 5, 80),
    "page.outer_mm": Field("切口", float, 5, 80),
    "page.two_sided": Field("双面印刷", bool),
    "page.lines": Field("每面行数", int, 5, 80),
    "page.characters": Field("每行字数", int, 8, 80),
    "text.size_pt": Field("正文字号", float, 8, 30),
    "text.line_pt": Field("正文行距", float, 10, 80),
    "text.spacing_pt": Field("正文字距增减", float, -2, 5),
    "text.indent_characters": Field("首行缩进字数", int, 0, 6),
    "text.gap_below_text": Field("正文与附件说明、署名之间的空行", int, 0, 5),
    "fonts.body": Field("正文字体", str),
    "fonts.level1": Field("一级标题字体", str),
    "fonts.level2": Field("二级标题字体", str),
    "fonts.title": Field("标题字体", str),
    "fonts.page_number": Field("页码字体", str),
    "fonts.digits": Field("数字字体", str, may_be_empty=True),
    "headings.bold_level1": Field("一级标题加粗", bool),
    "headings.bold_level2": Field("二级标题加粗", bool),
    "headings.bold_level3": Field("三级标题加粗", bool),
    "headings.bold_level4": Field("四级标题加粗", bool),
    "title.size_pt": Field("标题字号", float, 12, 60),
    "title.line_pt": Field("标题行距", float, 12, 100),
    "title.gap_above": Field("标题上方空行", int, 0, 5),
    "title.gap_below": Field("标题下方空行", int, 0, 5),
    "number.size_pt": Field("页码字号", float, 6, 30),
    "number.below_mm": Field("页码距版心下缘", float, 0, 30),
    "head.mark_mm": Field("发文机关标志距版心上缘", float, 0, 100),
    "head.mark_size_pt": Field("发文机关标志最大字号", float, 20, 90),
    "head.rule_mm": Field("红线距发文字号", float, 0, 10),
    "head.rule_pt": Field("红线粗细", float, 0.25, 6),
    "record.size_pt": Field("版记字号", float, 8, 30),
    "record.line_pt": Field("版记行距", float, 10, 60),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: the clause of GB/T 9704-2012 and how strong its claim is."""

    clause: str = ""
    strength: str = ""


@dataclass(frozen=True)
class Preset:
    """All values of one layout; `values` and `origins` by "section.key"."""

    name: str
    summary: str
    values: Mapping[str, Value]
    origins: Mapping[str, Origin]

    def number(self, key: str) -> float:
        """A measure in the unit its key names (mm, pt, characters, lines)."""
        return float(self.values[key])

    def font(self, role: str) -> str:
        """A family name; "" for digits that follow the Chinese font."""
        return str(self.values[f"fonts.{role}"])

    def holds(self, key: str) -> bool:
        """A habit that is on or off."""
        return bool(self.values[key])


def find_preset(name: str, folders: tuple[Path, ...]) -> Preset:
    """The preset called `name` (or a file's path); "" is the national standard.

    Raises BadUsageError naming what there is, BadPackError for a file with a bad value.
    """
    files = dict(_files(folders))
    wanted = name or DEFAULT
    if wanted in files:
        return _load(files[wanted], folders)
    path = _as_path(wanted)
    if path is not None:
        return _load(path, folders)
    raise BadUsageError(
        f"没有叫“{wanted}”的版式，现有：{'、'.join(list_presets(folders))}；也可以写一个 .toml 文件的路径。"
    )


def list_presets(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Names of all presets in these folders, the standard first."""
    names = {preset.name for path in _paths(folders) if (preset := _try_load(path, folders))}
    return tuple(sorted(names, key=lambda name: (name != DEFAULT, name)))


def own_presets(packs: Path, templates: Path) -> frozenset[str]:
    """Names of those that the user imported, also in place of one of ours."""
    loaded = (_try_load(path, (packs, templates)) for path in _paths((packs,)))
    return frozenset(preset.name for preset in loaded if preset)


def import_preset(file: Path, packs: Path, templates: Path) -> str:
    """Check a layout preset and put it among the user's packs; returns its name.

    Raises BadPackError with what is wrong and where, CannotWriteError where the folder is closed.
    """
    preset = _load(file, (packs, templates))
    make_folder(packs / FOLDER)
    write_atomically(packs / FOLDER / f"{file.stem}.toml", file.read_bytes())
    return preset.name


def _as_path(name: str) -> Path | None:
    from pathlib import Path

    path = Path(name)
    return path if path.suffix == ".toml" and path.is_file() else None


def _paths(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        if (folder / FOLDER).is_dir():
            yield from sorted((folder / FOLDER).glob("*.toml"))


def _files(folders: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """Every file under its own name and the name inside; earlier folders win."""
    for path in reversed(list(_paths(folders))):
        yield path.stem, path
        name = _name_inside(path)
        if name:
            yield name, path


def _name_inside(path: Path) -> str:
    try:
        return str(_table(path).get("name", ""))
    except BadPackError:
        return ""


def _try_load(path: Path, folders: tuple[Path, ...]) -> Preset | None:
    try:
        return _load(path, folders)
    except (BadPackError, BadUsageError):
        return None


def _table(path: Path) -> dict[str, object]:
    try:
        stat = path.stat()
        return _parse(path, stat.st_mtime_ns, stat.st_size)
    except OSError as trouble:
        raise BadPackError(f"版式文件“{path.name}”打不开（{reason_of(trouble)}）。") from trouble


@lru_cache(maxsize=64)
def _parse(path: Path, _changed: int, size: int) -> dict[str, object]:
    """The file's table, parsed once as long as it does not change."""
    if size > LARGEST:
        raise BadPackError(f"“{path.name}”太大，不像版式文件。")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as trouble:
        raise BadPackError(f"“{path.name}”不是版式文件（不是 UTF-8 编码的文字）。") from trouble
    except tomllib.TOMLDecodeError as trouble:
        place = re.search(r"line (\d+), column (\d+)", str(trouble))
        where = f"第 {place[1]} 行第 {place[2]} 列" if place else "文件末尾"
        raise BadPackError(f"版式文件“{path.name}”写法有误：{where}看不懂。") from trouble


def _load(path: Path, folders: tuple[Path, ...]) -> Preset:
    table = _table(path)
    base = _base(path, table, folders)
    return build_preset(table, path.name, base)


def _base(path: Path, table: Mapping[str, object], folders: tuple[Path, ...]) -> Preset | None:
    """The preset that gives what this file leaves out: the shipped standard, unless it is that."""
    shipped = next((p for p in _paths(folders[-1:]) if _name_inside(p) == DEFAULT), None)
    if shipped is None or path == shipped:
        return None
    standard = build_preset(_table(shipped), shipped.name, None)
    wanted = str(table.get("base", DEFAULT))
    if wanted == DEFAULT:
        return standard
    for name, other in _files(folders):
        if name == wanted and other != path:
            inner = _table(other)
            if inner.get("base") not in (None, DEFAULT):
                raise BadPackError(f"“{path.name}”的 base 只能是“{DEFAULT}”或以它为底的版式。")
            return build_preset(inner, other.name, standard)
    raise BadPackError(f"“{path.name}”要以“{wanted}”为底，但没有这个版式。")


def build_preset(table: Mapping[str, object], source: str, base: Preset | None) -> Preset:
    """A validated preset from a TOML table; what it leaves out comes from `base`."""
    values = dict(base.values) if base else {}
    origins = dict(base.origins) if base else {}
    for key, raw in _flat(table, source):
        values[key], origins[key] = _checked(key, raw, source)
    missing = [field.label for key, field in FIELDS.items() if key not in values]
    if missing:
        raise BadPackError(f"版式文件“{source}”缺少：{'、'.join(missing[:6])}。")
    _check_room(values, source)
    name = str(table.get("name") or source.removesuffix(".toml"))
    return Preset(name, str(table.get("summary", "")), values, origins)


def _flat(table: Mapping[str, object], source: str) -> Iterator[tuple[str, object]]:
    for section, content in table.items():
        if section in ("name", "summary", "base"):
            continue
        if not isinstance(content, dict):
            raise BadPackError(f"版式文件“{source}”里不认识“{section}”，请删去或改正。")
        for key, raw in content.items():
            yield f"{section}.{key}", raw


def _checked(key: str, raw: object, source: str) -> tuple[Value, Origin]:
    field = FIELDS.get(key)
    if field is None:
        raise BadPackError(f"版式文件“{source}”里不认识“{key}”，请删去或改正。")
    origin = Origin()
    if isinstance(raw, dict):
        origin = Origin(str(raw.get("clause", "")), str(raw.get("strength", "")))
        raw = raw.get("value")
    if origin.strength and origin.strength not in STRENGTHS:
        raise BadPackError(
            f"版式文件“{source}”：{field.label}的 strength 只能是{'、'.join(STRENGTHS)}。"
        )
    return _value(field, raw, f"版式文件“{source}”：{field.label}（{key}）"), origin


def _value(field: Field, raw: object, where: str) -> Value:
    if field.kind is bool:
        if isinstance(raw, bool):
            return raw
        raise BadPackError(f"{where}要写 true 或 false。")
    if field.kind is str:
        if isinstance(raw, str) and (raw.strip() or field.may_be_empty) and _plain(raw):
            return raw.strip()
        raise BadPackError(f'{where}要写字体名，如 "仿宋"。')
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise BadPackError(f"{where}要写一个数。")
    if field.kind is int and raw != int(raw):
        raise BadPackError(f"{where}要写整数。")
    if not field.low <= raw <= field.high:
        raise BadPackError(f"{where}是 {raw:g}，应在 {field.low:g} 到 {field.high:g} 之间。")
    return int(raw) if field.kind is int else float(raw)


def _plain(name: str) -> bool:
    return len(name) <= 60 and name.isprintable() and not set(name) & set("<>&\"'")


def _check_room(values: Mapping[str, Value], source: str) -> None:
    """The type area must hold something."""
    wide = float(values["page.width_mm"]) - sum(
        float(values[f"page.{side}_mm"]) for side in ("binding", "outer")
    )
    high = float(values["page.height_mm"]) - sum(
        float(values[f"page.{side}_mm"]) for side in ("top", "bottom")
    )
    if wide < 60 or high < 80:
        raise BadPackError(f"版式文件“{source}”的页边距太大，版心只剩 {wide:.0f}×{high:.0f} mm。")
