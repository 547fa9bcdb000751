"""Pure edits of the attachments of a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.draft import Attachment
from lawdraft.model.editing import new_id

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft


def add_attachment(draft: Draft, name: str, text: str = "") -> Draft:
    """One more, behind the others."""
    made = Attachment(new_id(draft, "a"), name, text)
    return replace(draft, attachments=(*draft.attachments, made), next_id=draft.next_id + 1)


def remove_attachment(draft: Draft, attachment_id: str) -> Draft:
    """Without it; the others are numbered anew when composed."""
    return replace(draft, attachments=tuple(a for a in draft.attachments if a.id != attachment_id))


def set_attachment(
    draft: Draft, attachment_id: str, *, name: str | None = None, text: str | None = None
) -> Draft:
    """Its name or its matter, where given."""
    return replace(
        draft,
        attachments=tuple(
            replace(
                each,
                name=each.name if name is None else name,
                text=each.text if text is None else text,
            )
            if each.id == attachment_id
            else each
            for each in draft.attachments
        ),
    )


def move_attachment(draft: Draft, attachment_id: str, by: int) -> Draft:
    """Up (-1) or down (1) among the others."""
    order = list(draft.attachments)
    at = next(i for i, each in enumerate(order) if each.id == attachment_id)
    order.insert(max(0, min(at + by, len(order) - 1)), order.pop(at))
    return replace(draft, attachments=tuple(order))
