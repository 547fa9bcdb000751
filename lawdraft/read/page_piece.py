"""What a page of fixed places is made of: pieces of text where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in its place: `top` grows downwards, `size` is the type size."""

    text: str
    left: float
    right: float
    middle: float
    size: float
