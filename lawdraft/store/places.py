"""Where templates and resources are, and where the user's data lives."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PORTABLE_MARKER = "portable"
HOME_VARIABLE = "LAWDRAFT_HOME"  # one folder for all user data: tests, and offices that want it so


@dataclass(frozen=True, slots=True)
class Places:
    """The folders the program uses; those of the user are made when first written to."""

    templates: Path
    resources: Path
    data: Path  # unnamed drafts, backups
    cache: Path
    settings: Path

    @property
    def manual(self) -> Path:
        """The illustrated manual; its pictures stand beside it."""
        return self.resources.parent / "docs" / "manual" / "manual.md"

    @property
    def packs(self) -> Path:
        """Packs the user imported; they go before the shipped ones."""
        return self.data / "packs"

    @property
    def unnamed(self) -> Path:
        """Drafts that have no name yet."""
        return self.data / "drafts"


def find_places() -> Places:
    """Places of this installation: checkout, wheel or frozen; portable where the marker stands."""
    templates, resources = _shipped_folders()
    data, cache, settings = _user_folders()
    return Places(templates, resources, data, cache, settings)


def _shipped_folders() -> tuple[Path, Path]:
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    for root in (Path(frozen) if frozen else None, package / "_data", package.parent):
        if root and (root / "resources").is_dir() and (root / "templates").is_dir():
            return root / "templates", root / "resources"
    return package.parent / "templates", package.parent / "resources"


def _user_folders() -> tuple[Path, Path, Path]:
    home = os.environ.get(HOME_VARIABLE)
    beside = Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None
    if not home and beside and (beside / PORTABLE_MARKER).exists():
        home = str(beside / "data")
    if home:
        root = Path(home)
        return root / "data", root / "cache", root / "settings"
    from platformdirs import PlatformDirs  # 19 ms: only where it is needed

    dirs = PlatformDirs("lawdraft", appauthor=False, roaming=False)
    return Path(dirs.user_data_dir), Path(dirs.user_cache_dir), Path(dirs.user_config_dir)
