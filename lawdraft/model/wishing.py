"""Pure edits of how a draft is to be laid out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import Unpack

    from lawdraft.model.draft import Draft


class WishFields(TypedDict, total=False):
    """What can be wished: given to `set_wishes` by name."""

    layout: str
    preset: str
    options: tuple[tuple[str, str], ...]
    kept_public: tuple[str, ...]


def set_wishes(draft: Draft, **wishes: Unpack[WishFields]) -> Draft:
    """The layout, the preset, the options, or what the public version keeps."""
    return replace(draft, wishes=replace(draft.wishes, **wishes))


def set_option(draft: Draft, name: str, value: str) -> Draft:
    """One option of the layout; an empty value takes it away."""
    kept = tuple(pair for pair in draft.wishes.options if pair[0] != name)
    return set_wishes(draft, options=(*kept, (name, value)) if value else kept)
