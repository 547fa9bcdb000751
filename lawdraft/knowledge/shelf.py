"""The packs in use, as a list for the window; and a new pack checked and taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from lawdraft.knowledge.packs import KINDS, Pack, decode_pack, read_pack
from lawdraft.model.errors import BadPackError, CannotWriteError, reason_of
from lawdraft.model.files import make_folder, write_atomically
from lawdraft.model.pack import PackInfo

if TYPE_CHECKING:
    from pathlib import Path

PLACES_SOURCE = "全国行政区划公开数据（china-division 2.7.0）"
LARGEST_PACK = 20_000_000  # bytes; the law table has 80,000


class _Header(msgspec.Struct):
    pack: str = ""


def list_packs(resources: Path, packs: Path) -> tuple[PackInfo, ...]:
    """Every knowledge pack in use, and those of the user that are refused, with the reason."""
    infos: list[PackInfo] = []
    for kind, form in KINDS.items():
        own = _info(packs / form.FILE, kind, form, shipped=False)
        if own is not None:
            infos.append(own)
        if own is None or own.trouble:
            shipped = _info(resources / form.FILE, kind, form, shipped=True)
            infos += [shipped] if shipped else []
    return tuple(infos) + _places_info(resources)


def _info(path: Path, kind: str, form: type[Pack], *, shipped: bool) -> PackInfo | None:
    if not path.is_file():
        return None
    try:
        pack = read_pack(path, form)
    except BadPackError as trouble:
        return PackInfo(kind, path.name, "", "", str(path), shipped, trouble.sentence)
    return _told(pack, kind, path, shipped=shipped)


def _told(pack: Pack, kind: str, path: Path, *, shipped: bool) -> PackInfo:
    return PackInfo(
        kind,
        pack.name,
        pack.version,
        pack.as_of,
        str(path),
        shipped,
        entries=_count(pack),
        source=pack.source,
    )


def _count(pack: Pack) -> int:
    """All entries of a pack: laws and known titles, wordings and typos."""
    lists = (getattr(pack, name, ()) for name in ("entries", "titles", "typos"))
    return sum(map(len, lists))


def _places_info(resources: Path) -> tuple[PackInfo, ...]:
    from lawdraft.knowledge.places import FILE, read_places

    path = resources / FILE
    if not path.is_file():
        return ()
    places = read_places(path)
    version = places.as_of[:7].replace("-", ".")
    info = PackInfo("places", "乡镇街道名录", version, places.as_of, str(path), shipped=True)
    return (replace(info, entries=places.count, source=PLACES_SOURCE),)


def import_pack(file: Path, packs: Path) -> PackInfo:
    """Check a pack file wholly and put it into the user's folder, in one move.

    Raises BadPackError with what is wrong and where, CannotWriteError where the folder is closed.
    """
    data = _read(file)
    kind = pack_kind(data, file.name)
    form = KINDS[kind]
    pack = decode_pack(data, file.name, form)
    target = packs / form.FILE
    make_folder(packs)
    write_atomically(target, data)
    return _told(pack, kind, target, shipped=False)


def remove_pack(kind: str, packs: Path) -> None:
    """Remove the user's pack of a kind, so that the shipped one is used again.

    Raises CannotWriteError.
    """
    file = KINDS[kind].FILE if kind in KINDS else f"{kind}.json"
    try:
        (packs / file).unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWriteError(
            f"知识包“{file}”删不掉（{reason_of(trouble)}），请关掉可能打开它的程序再试。"
        ) from trouble


def pack_kind(data: bytes, name: str) -> str:
    """Which kind of knowledge pack these bytes say they are. Raises BadPackError for others."""
    try:
        header = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise BadPackError(f"“{name}”不是知识包（不是合法的 JSON），未采用。") from trouble
    if header.pack not in KINDS:
        kinds = "、".join(KINDS)
        raise BadPackError(f"“{name}”没有写明是哪种知识包（pack 一项应为 {kinds} 之一），未采用。")
    return header.pack


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_PACK:
            raise BadPackError(f"“{file.name}”太大，不像知识包，未采用。")
        return file.read_bytes()
    except OSError as trouble:
        raise BadPackError(f"知识包“{file.name}”打不开：{reason_of(trouble)}。") from trouble
