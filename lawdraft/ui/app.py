"""The composition root: makes the parts, wires them, runs the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from lawdraft.flow import Kit
from lawdraft.model.files import reachable
from lawdraft.ui.desk import Desk
from lawdraft.ui.keeper import Keeper
from lawdraft.ui.live import Live, existing_library, library_folder
from lawdraft.ui.look import Look, wants_dark
from lawdraft.ui.preferences import Preferences
from lawdraft.ui.session import Session
from lawdraft.ui.single import answer_calls, hand_over
from lawdraft.ui.tasks import Tasks
from lawdraft.ui.window import NAME, Window

if TYPE_CHECKING:
    from types import TracebackType

    from lawdraft.ui.settings import Recent, Settings

# The worker must hand the interpreter over quickly, or a keystroke waits for it (default 5 ms).
SWITCH_SECONDS = 0.00005
WARM_UP_AFTER_MS = 400


def run(arguments: list[str]) -> int:
    """Open the window; `arguments` may hold one draft or report to open. Returns the exit status."""
    kit = Kit()
    if hand_over(kit.places, arguments):  # a window of this user is open: it takes the file
        return 0
    sys.setswitchinterval(SWITCH_SECONDS)
    app = make_application()
    window = make_window(app, kit)
    window.show()
    catch_crashes(window)
    QTimer.singleShot(0, window, lambda: _open_first(window, arguments))
    QTimer.singleShot(0, window, lambda: answer_calls(window, kit.places))
    QTimer.singleShot(WARM_UP_AFTER_MS, window, lambda: warm_up(window))
    return app.exec()


def make_application() -> QApplication:
    """The application with our style and Qt's own Chinese words."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("lawdraft")
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("lawdraft")
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    return app


def make_window(app: QApplication, kit: Kit) -> Window:
    """All parts of the window, wired; nothing is shown yet."""
    preferences = Preferences(kit)
    theme, size = preferences.value.theme, preferences.value.size
    look = Look(app, kit.places.resources, dark=wants_dark(app, theme), size=size)
    app.setWindowIcon(QIcon(look.pixmap("lawdraft", "", 64)))
    session, tasks = Session(), Tasks()
    live = Live(session, tasks, kit)
    live.library = existing_library(library_folder(preferences.value.library, kit))
    keeper = Keeper(session, tasks, kit, preferences)
    desk = Desk(
        kit=kit,
        look=look,
        preferences=preferences,
        session=session,
        tasks=tasks,
        live=live,
        keeper=keeper,
    )
    return Window(desk)


def warm_up(window: Window) -> None:
    """Load what the first file will need, behind the first page."""
    from lawdraft import flow

    desk, kit = window.desk, window.desk.kit
    desk.tasks.start(
        "find", lambda _progress: _unknown_drafts(desk.preferences.value, kit), desk.list_more
    )
    desk.tasks.start("warm-up", lambda _progress: flow.warm_up(kit))


def _unknown_drafts(settings: Settings, kit: Kit) -> tuple[Recent, ...]:
    """Unnamed drafts in the data folder that the list does not know: left by a crash."""
    from lawdraft.store.recovery import find_unnamed
    from lawdraft.ui.settings import Recent

    known = {recent.path for recent in settings.recent}
    return tuple(
        Recent(str(found.path), found.organisation, found.year, found.saved.isoformat())
        for found in find_unnamed(kit.places)
        if str(found.path) not in known
    )


def catch_crashes(window: Window) -> None:
    """The unexpected goes to the log; the draft is saved before one calm dialog says so."""
    folder = window.desk.kit.places.data
    window.desk.tasks.crashed.connect(lambda error: _report(window, folder, error))

    def on_exception(
        kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _report(window, folder, error)

    sys.excepthook = on_exception


def _report(window: Window, folder: Path, error: BaseException) -> None:
    from lawdraft.ui.dialogs.ask import tell_crash

    saved = _try_save(window)
    log = _write_log(folder, error)
    tell_crash(window, log=log, saved=saved)


def _try_save(window: Window) -> bool:
    try:
        window.desk.keeper.save_now()
    except Exception:  # noqa: BLE001  (already inside a crash: the dialog says it was not saved)
        return False
    return True


def _write_log(folder: Path, error: BaseException) -> Path:
    import logging

    path = folder / "错误记录.log"
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("lawdraft.ui")
    logger.addHandler(handler)
    logger.error("unexpected", exc_info=error)
    logger.removeHandler(handler)
    handler.close()
    return path


def _open_first(window: Window, arguments: list[str]) -> None:
    """The file given, or the draft that was open when the program last died."""
    last = window.desk.preferences.value.last_open
    if arguments:
        window.open_path(reachable(Path(arguments[0])))
    elif last and Path(last).exists():
        window.desk.keeper.open(Path(last))
