"""The public version as pages: laid out behind the window, with the places where words are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lawdraft import flow

if TYPE_CHECKING:
    from lawdraft.flow import Kit
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.omission import Omission
    from lawdraft.model.pages import Pages
    from lawdraft.model.report import Report
    from lawdraft.ui.session import Session
    from lawdraft.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Shown:
    """Pages of the public version, what they leave out, and what the rules would leave out."""

    pages: Pages
    omissions: tuple[Omission, ...]
    found: tuple[Omission, ...]


class PublicVersion(QObject):
    """`on`: whether the clerk looks at the public version; made only while somebody asks."""

    switched = Signal()  # on or off
    changed = Signal()  # other pages

    def __init__(self, session: Session, tasks: Tasks, kit: Kit) -> None:
        super().__init__()
        self._session, self._tasks, self._kit = session, tasks, kit
        self._asked: tuple[object, object] = (None, None)
        self.on = False
        self.shown: Shown | None = None
        session.opened.connect(self._on_opened)

    def switch(self, *, on: bool) -> None:
        """Look at the public version, or at the whole report again."""
        if on != self.on:
            self.on = on
            self.switched.emit()

    def ask(self) -> None:
        """Make the pages of the report as it stands; nothing where they are made already."""
        report, draft = self._session.report, self._session.draft
        if report is None or draft is None:
            return
        # by identity: a report composed anew is another one, and so are wishes that were changed
        if self._asked[0] is report and self._asked[1] == draft.wishes:
            return
        self._asked = (report, draft.wishes)
        kit = self._kit
        self._tasks.start(
            "public",
            lambda progress: make_public(report, draft, kit, progress),
            self._on_made,
            replaces=True,
        )

    def _on_made(self, shown: Shown) -> None:
        self.shown = shown
        self.changed.emit()

    def _on_opened(self) -> None:
        self._tasks.cancel("public")
        self._asked, self.shown = (None, None), None
        self.switch(on=False)


def make_public(report: Report, draft: Draft, kit: Kit, progress: Progress) -> Shown:
    """What an export of the public version would print."""
    _public, found = flow.public_version(report, kit, draft)
    progress(1, 3, "")
    keep = frozenset(draft.wishes.kept_public)
    public, omissions = flow.public_version(report, kit, draft, keep=keep)
    progress(2, 3, "")
    pages = flow.lay_out(public, kit, **flow.wished(draft.wishes, kit))
    return Shown(pages, omissions, found)
