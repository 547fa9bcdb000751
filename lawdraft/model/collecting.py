"""What taking in collection sheets gives, and what the ledger has to say."""

from dataclasses import dataclass

from lawdraft.model.draft import Answer, Draft


@dataclass(frozen=True, slots=True)
class Collected:
    """The draft with the answers taken, and sentences about what the clerk should look at."""

    draft: Draft
    taken: int  # figures that have another value now
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupplierState:
    """How far a supplier has come: for the progress page."""

    name: str
    asked: int
    answered: int
    sheets: tuple[str, ...] = ()
    open: tuple[str, ...] = ()  # ledger entries that nobody has given yet

    @property
    def missing(self) -> bool:
        """Whether nothing at all has come from there."""
        return self.answered == 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """Figures that cannot stand together, as a sentence."""

    sentence: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Several answers to one figure of which only one can hold, side by side."""

    entry: str
    answers: tuple[Answer, ...]
