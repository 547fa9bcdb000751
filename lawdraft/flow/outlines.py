"""The usual structures one can begin from: shipped ones, the user's own, one learned from a folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.flow.reading import learn, load_outline, outline_files, save_outline
from lawdraft.model.errors import BadPackError, CannotReadError, CannotWriteError, LawdraftError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.document import Progress
    from lawdraft.model.outline import KnownOutline, LearnedOutline, Outline
    from lawdraft.model.report import Report

FOLDER = "outlines"
USUAL = ""  # the key of the outline in use where none is chosen
SHIPPED, OWN = "shipped", "own"
_FORBIDDEN = '\\/:*?"<>|'
_LONGEST_NAME = 40


def list_outlines(kit: Kit) -> tuple[KnownOutline, ...]:
    """The outline in use, the other shipped ones, the user's own; damaged ones with the reason."""
    from lawdraft.model.outline import KnownOutline

    places, usual = kit.places, kit.outline
    listed = [KnownOutline(USUAL, usual.name, usual, "", shipped=not kit.own_outline)]
    if kit.own_outline:
        listed.append(_known(f"{SHIPPED}:outline", places.resources / "outline.json"))
    listed += [_known(f"{SHIPPED}:{path.stem}", path) for path in _files(places.resources)]
    listed += [_known(f"{OWN}:{path.stem}", path) for path in _files(places.packs)]
    return tuple(listed)


def chosen_outline(key: str, kit: Kit) -> Outline | None:
    """The outline of a key; None for the usual one. Raises BadPackError where it cannot be used."""
    return load_outline(_path(key, kit)) if key else None


def learn_outline(
    paths: Iterable[Path], kit: Kit, *, name: str, progress: Progress | None = None
) -> LearnedOutline:
    """An outline from files and folders. Raises CannotReadError where nothing is a report."""
    from lawdraft.model.outline import LearnedOutline
    from lawdraft.store.targets import files_below

    files = list(files_below(list(paths)))
    if not files:
        raise CannotReadError("选的文件夹里没有文件，请选择放有报告的文件夹。")
    troubles: list[str] = []
    reports = list(_readable(files, kit, troubles, progress))
    if not reports:
        raise CannotReadError(f"{len(files)} 个文件里没有一份能认出的报告，请换一个文件夹。")
    outline = learn(reports, kit, name=name)
    source = f"从“{name}”的 {len(reports)} 份报告学来"
    return LearnedOutline(replace(outline, source=source), tuple(troubles))


def keep_outline(outline: Outline, kit: Kit) -> str:
    """Keep an outline among the user's own, one of the same name replaced; its key."""
    from lawdraft.model.files import make_folder

    folder = kit.places.packs / FOLDER
    make_folder(folder)
    path = folder / f"{_file_name(outline.name)}.json"
    save_outline(outline, path)
    return f"{OWN}:{path.stem}"


def import_outline(file: Path, kit: Kit) -> str:
    """Check an outline file and keep it; its key. Raises BadPackError, CannotWriteError."""
    return keep_outline(load_outline(file), kit)


def remove_outline(key: str, kit: Kit) -> None:
    """Remove one of the user's own outlines; a shipped one stays. Raises CannotWriteError."""
    if not key.startswith(f"{OWN}:"):
        return
    try:
        _path(key, kit).unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWriteError("这份结构删不掉，文件可能正被别的程序打开。") from trouble


def _files(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*.json"))


def _known(key: str, path: Path) -> KnownOutline:
    from lawdraft.model.outline import KnownOutline

    shipped = key.startswith(SHIPPED)
    try:
        outline = load_outline(path)
    except BadPackError as trouble:
        return KnownOutline(key, path.stem, None, str(path), shipped, trouble.sentence)
    return KnownOutline(key, outline.name, outline, str(path), shipped)


def _path(key: str, kit: Kit) -> Path:
    origin, _, stem = key.partition(":")
    if key == f"{SHIPPED}:outline":
        return kit.places.resources / "outline.json"
    root = kit.places.resources if origin == SHIPPED else kit.places.packs
    return root / FOLDER / f"{_file_name(stem)}.json"


def _file_name(name: str) -> str:
    kept = "".join("_" if letter in _FORBIDDEN or letter < " " else letter for letter in name)
    return kept.strip(" .")[:_LONGEST_NAME] or "结构"


def _readable(
    files: Sequence[Path], kit: Kit, troubles: list[str], progress: Progress | None
) -> Iterator[Report]:
    for number, report in enumerate(outline_files(files, kit)):
        if isinstance(report, LawdraftError):
            sentence = report.sentence
            name = files[number].name
            troubles.append(sentence if name in sentence else f"“{name}”：{sentence}")
        else:
            yield report
        if progress:
            progress(number + 1, len(files), files[number].name)
