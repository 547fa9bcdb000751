"""What the program knows of the world: laws, dated phrases, indicators, places, wording."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.knowledge.packs import IndicatorPack, Loaded, load_pack

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.knowledge.entries import Indicator

__all__ = ["Knowledge"]


@dataclass(frozen=True)
class Knowledge:
    """All packs in use; each is read when first asked for, the user's before the shipped."""

    resources: Path
    packs: Path

    @classmethod
    def load(cls, resources: Path, packs: Path) -> Knowledge:
        """Knowledge from the shipped folder and the user's; reads nothing yet."""
        return cls(resources, packs)

    @cached_property
    def indicator_pack(self) -> Loaded[IndicatorPack]:
        """The indicators with their relations."""
        return load_pack(self.resources, self.packs, IndicatorPack)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What such reports count, most specific first within a section."""
        return self.indicator_pack.pack.entries
