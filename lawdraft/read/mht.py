"""Web archives (.mht): the page inside the mail-like wrapping."""

from __future__ import annotations

import email
import email.policy
from email.errors import CloseBoundaryNotFoundDefect
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError
from lawdraft.read.package import DAMAGED
from lawdraft.read.web_page import read_markup

if TYPE_CHECKING:
    from email.message import Message

    from lawdraft.read.content import Content

PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes, password: str | None = None) -> Content:
    """The article of an archived page: of its largest page, where it has frames."""
    del password
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    bodies = [(_body(part), part) for part in pages]
    if not bodies:
        raise CannotReadError(DAMAGED)
    body, part = max(bodies, key=lambda pair: len(pair[0]))
    if _is_cut_off(message, part):
        raise CannotReadError(DAMAGED)
    charset = part.get_content_charset()
    return read_markup(body, charset)


def _is_cut_off(message: Message, page: Message) -> bool:
    """Whether the archive ends inside the page; pictures behind it may be missing."""
    *_, last = message.walk()
    unclosed = any(isinstance(d, CloseBoundaryNotFoundDefect) for d in message.defects)
    return unclosed and last is page


def _body(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
