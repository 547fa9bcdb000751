"""What the public version leaves out, and how to bring it back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Omission:
    """Report.text[start:end] was `removed`; `put` stands there now. `kind` and `why` in Chinese.

    Naming its key in `keep` when redacting again brings the words back. What `follows` from
    another (a row's new number) is neither told nor listed: it comes and goes with that one.
    """

    kind: str
    start: int  # in the whole text
    end: int
    removed: str
    put: str
    why: str
    follows: bool = False

    @property
    def key(self) -> str:
        """Kind and words: the same however the text moves."""
        return f"{self.kind}|{self.removed.rstrip()}"


def restore(text: str, omissions: tuple[Omission, ...]) -> str:
    """The whole text again, from the public one and everything that was left out of it."""
    for one in sorted(omissions, key=lambda one: one.start):
        text = text[: one.start] + one.removed + text[one.start + len(one.put) :]
    return text


def place_in_public(omissions: tuple[Omission, ...], offset: int) -> int:
    """Where a place of the whole text stands in the public one; what was left out has its start."""
    moved = 0
    for one in omissions:
        if offset < one.end:
            return offset + moved if offset <= one.start else one.start + moved
        moved += len(one.put) - (one.end - one.start)
    return offset + moved


def place_in_whole(omissions: tuple[Omission, ...], offset: int) -> int:
    """Where a place of the public text stands in the whole one; in words put there: their start."""
    moved = 0
    for one in omissions:
        start = one.start + moved
        if offset < start + len(one.put) or (offset == start and not one.put):
            return min(offset, start) - moved
        moved += len(one.put) - (one.end - one.start)
    return offset - moved


def places_put(omissions: tuple[Omission, ...]) -> tuple[tuple[int, int], ...]:
    """Where each omission shows in the public text: the words put there, or an empty place."""
    moved, places = 0, []
    for one in omissions:
        start = one.start + moved
        places.append((start, start + len(one.put)))
        moved += len(one.put) - (one.end - one.start)
    return tuple(places)
