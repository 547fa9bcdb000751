"""What survives a killed program, and random walks through undo and redo."""

import random
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.model.draft import Draft
from lawdraft.store.drafts import DraftFile, read_draft

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from lawdraft.store.drafts import DraftFile
file = DraftFile.open(Path(sys.argv[1]))
draft = file.draft
for number in range(1, 100000):
    draft = replace(draft, title=str(number), last_text="文" * (number * 37 % 5000))
    file.save(draft)
    if number % 5 == 0:
        file.undo(); file.redo()
    print(number, flush=True)
"""
FIRST = Draft(2025, "青禾镇", title="0")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.slow
def test_killed_program_loses_at_most_the_save_under_way(tmp_path):
    path = tmp_path / "草稿.lawdraft"
    chance = random.Random(7)
    DraftFile.create(path, FIRST).close()
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as program:
            wanted = chance.randrange(3, 60)
            reported = next(int(line) for line in program.stdout if int(line) >= wanted)
            program.send_signal(signal.SIGKILL)
            last_told = max([reported, *map(int, program.stdout.read().split())])
        saved = int(read_draft(path).title)
        assert saved in (last_told, last_told + 1)
        with DraftFile.open(path) as again:
            assert again.read_only == ""
            assert int(again.draft.title) == saved
        assert [each.name for each in tmp_path.iterdir()] == [path.name]


@given(steps=st.lists(st.sampled_from(["save", "undo", "redo", "reopen"]), max_size=25))
@settings(derandomize=True, max_examples=20, deadline=None)
def test_undo_and_redo_walk_like_a_list(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("walk") / "草稿.lawdraft"
    file = DraftFile.create(path, FIRST)
    states, here = [FIRST], 0
    for number, step in enumerate(steps, start=1):
        if step == "save":
            states = [*states[: here + 1], replace(FIRST, title=str(number))]
            here += 1
            file.save(states[here])
        elif step == "undo":
            assert file.undo() == (states[here - 1] if here else None)
            here = max(0, here - 1)
        elif step == "redo":
            assert file.redo() == (states[here + 1] if here + 1 < len(states) else None)
            here = min(len(states) - 1, here + 1)
        else:
            file.close()
            file = DraftFile.open(path)
        assert file.draft == states[here]
    file.close()
