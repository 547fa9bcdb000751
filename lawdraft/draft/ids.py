"""Ids of a new draft: one running number under all kinds, so that none ever comes back."""

from lawdraft.model.draft import Draft


class Ids:
    """Gives s1, t2, c3 …; `next` is the number that comes."""

    def __init__(self, first: int = 1) -> None:
        self.next = first

    def take(self, kind: str) -> str:
        """A new id of a kind: s section, t topic, c card, e entry, p promise."""
        return f"{kind}{self.number()}"

    def number(self) -> int:
        """A new number alone."""
        self.next += 1
        return self.next - 1

    @classmethod
    def behind(cls, draft: Draft) -> "Ids":
        """Ids that go on where a draft stopped."""
        return cls(draft.next_id)
