"""One page a step, built when first shown, so that the window itself stands at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from lawdraft.ui.desk import Desk

PAGES = {
    "import": ("lawdraft.ui.steps.start", "StartStep"),
    "recognise": ("lawdraft.ui.steps.recognise", "RecogniseStep"),
    "fill": ("lawdraft.ui.steps.fill", "FillStep"),
    "preview": ("lawdraft.ui.steps.preview", "PreviewStep"),
    "check": ("lawdraft.ui.steps.check", "CheckStep"),
    "export": ("lawdraft.ui.steps.export", "ExportStep"),
    "survey": ("lawdraft.ui.steps.survey", "SurveyStep"),
}


class Pages(QStackedWidget):
    """The pages by the key of their step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._desk = desk
        self._built: dict[str, QWidget] = {}

    def page(self, key: str) -> QWidget:
        """The page of a step, built when first asked for."""
        if key not in self._built:
            module, name = PAGES[key]
            made: QWidget = getattr(import_module(module), name)(self._desk)
            self._built[key] = made
            self.addWidget(made)
        return self._built[key]

    def has(self, key: str) -> bool:
        """Whether the page of a step was shown before."""
        return key in self._built

    @property
    def step(self) -> str:
        """The step shown now."""
        return next(k for k, page in self._built.items() if page is self.currentWidget())
