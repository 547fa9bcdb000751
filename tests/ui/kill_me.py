"""A window that types into its draft without end; its test kills it. Not a test itself.

Usage: kill_me.py JOURNAL — every state typed is appended there with its time, before any saving.
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.store.sample import load_sample
from lawdraft.ui import app as ui_app


def main():
    journal = Path(sys.argv[1]).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115
    app = ui_app.make_application()
    kit = flow.Kit()
    window = ui_app.make_window(app, kit)
    window.show()
    session, count = window.desk.session, [0]

    def step():
        count[0] += 1
        card = next(iter(session.draft.cards))
        journal.write(f"{time.time()} {count[0]}\n")
        session.edit(editing.set_card_text, card.id, f"第{count[0]}次改。", what="改")

    report = flow.outline_file(load_sample(kit.places.resources).last_report, kit)
    draft = flow.start_draft(report, kit, year=2026)
    window.desk.keeper.begin(draft, source=None, last=report)
    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(15)
    app.exec()


if __name__ == "__main__":
    main()
