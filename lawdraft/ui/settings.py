"""What the program remembers of its user: look, recent drafts, deadlines. One small JSON file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "window.json"
RECENT_KEPT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A draft that was open lately, as the start page lists it."""

    path: str
    organisation: str
    year: int
    opened: str  # ISO date and time
    decided: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them, with what holds where nothing was chosen."""

    theme: str = "light"  # light, dark, system
    size: str = "standard"
    geometry: str = ""  # base64 of the window's place
    recent: tuple[Recent, ...] = ()
    last_open: str = ""  # the draft to reopen after a crash; empty after closing calmly
    last_step: str = ""
    last_place: str = ""  # a key of the section tree
    export_folder: str = ""
    library: str = ""
    county_deadline: str = ""  # ISO date, the county's own
    inspector_tab: int = 0
    outline: str = ""  # key of the structure to begin from; empty for the usual one


def load_settings(folder: Path) -> Settings:
    """The settings; whatever is missing, unknown or damaged is as if never chosen."""
    try:
        stored = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return _from_json(stored)
    except (OSError, ValueError, TypeError):
        return Settings()


def save_settings(settings: Settings, folder: Path) -> None:
    """Store them; a folder that cannot be written to is no reason to disturb the user."""
    from lawdraft.model.errors import CannotWriteError
    from lawdraft.model.files import write_atomically

    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    with suppress(OSError, CannotWriteError):
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / FILE_NAME, text.encode())


def remember_recent(settings: Settings, recent: Recent) -> Settings:
    """This draft first among the recent ones."""
    others = tuple(each for each in settings.recent if each.path != recent.path)
    return replace(settings, recent=(recent, *others)[:RECENT_KEPT])


def forget_recent(settings: Settings, path: str) -> Settings:
    """The recent drafts without this one."""
    return replace(settings, recent=tuple(r for r in settings.recent if r.path != path))


def _from_json(stored: dict[str, Any]) -> Settings:
    plain = Settings()
    known = {f.name: stored[f.name] for f in fields(Settings) if f.name in stored}
    known = {k: v for k, v in known.items() if k == "recent" or type(v) is type(getattr(plain, k))}
    recent = known.pop("recent", [])
    return replace(plain, **known, recent=tuple(Recent(**each) for each in recent))
