"""A pack of knowledge, structure or layout as the window lists it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack as the window lists it; `as_of` is shown as 知识截至, `trouble` why it is refused."""

    kind: str
    name: str
    version: str
    as_of: str
    path: str
    shipped: bool
    trouble: str = ""
    entries: int = 0  # how many facts it holds
    source: str = ""  # where they come from
