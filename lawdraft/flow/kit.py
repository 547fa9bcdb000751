"""What the steps need besides their input: where things are, and the packs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.store.places import Places, find_places

if TYPE_CHECKING:
    from lawdraft.knowledge import Knowledge
    from lawdraft.model.outline import Outline


@dataclass(frozen=True)
class Kit:
    """What the steps need besides their input: where things are, and the packs, loaded once."""

    places: Places = field(default_factory=find_places)

    @cached_property
    def knowledge(self) -> Knowledge:
        """Laws, phrases, indicators and place names in use: the user's packs before ours."""
        from lawdraft.knowledge import Knowledge

        return Knowledge.load(self.places.resources, self.places.packs)

    @cached_property
    def outline(self) -> Outline:
        """The usual structure of such reports: the user's outline pack, or the shipped one."""
        from lawdraft.recognise.outline import load_outline

        return load_outline(self.places.resources, self.places.packs)

    @property
    def own_outline(self) -> bool:
        """Whether the user imported an outline of their own."""
        return (self.places.packs / "outline.json").is_file()

    def forget_packs(self) -> None:
        """Load the packs anew when next asked for: one was imported or removed."""
        for name in ("knowledge", "outline"):
            self.__dict__.pop(name, None)

    def word_ends(self, text: str) -> frozenset[int]:
        """Places where a line of a title may end without cutting a word."""
        from lawdraft.text import words

        words.load(self.places.cache)
        return words.boundaries(text)


def warm_up(kit: Kit) -> None:
    """Load what the steps need, packs and dictionary, so that the first file finds it ready."""
    from lawdraft import check, draft, read, recognise  # noqa: F401
    from lawdraft.compose import compose_report  # noqa: F401
    from lawdraft.export.pages import lay_out  # noqa: F401

    _ = kit.knowledge, kit.outline
    kit.word_ends("法治政府建设")
