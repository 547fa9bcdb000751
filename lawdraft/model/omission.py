"""What the public version leaves out, and how to bring it back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Omission:
    """Report.text[start:end] was `removed`; `put` stands there now. `kind` and `why` in Chinese.

    Naming its key in `keep` when redacting again brings the words back.
    """

    kind: str
    start: int  # in the whole text
    end: int
    removed: str
    put: str
    why: str

    @property
    def key(self) -> str:
        """Kind and words: the same however the text moves."""
        return f"{self.kind}|{self.removed}"


def restore(text: str, omissions: tuple[Omission, ...]) -> str:
    """The whole text again, from the public one and everything that was left out of it."""
    for one in sorted(omissions, key=lambda one: one.start):
        text = text[: one.start] + one.removed + text[one.start + len(one.put) :]
    return text
