import shutil
from dataclasses import replace

import pytest

from lawdraft.model.draft import Draft
from lawdraft.model.errors import BadDraftError
from lawdraft.store.copies import common_state
from lawdraft.store.drafts import DraftFile

FIRST = Draft(2025, "青禾镇", title="甲")


def saved(path, *titles):
    with DraftFile.open(path) as file:
        for title in titles:
            file.save(replace(FIRST, title=title))


def test_copies_parted_at_their_latest_common_state(tmp_path):
    mine, theirs = tmp_path / "我.lawdraft", tmp_path / "他.lawdraft"
    DraftFile.create(mine, FIRST).close()
    saved(mine, "乙", "丙")
    shutil.copyfile(mine, theirs)
    saved(mine, "丁")
    saved(theirs, "戊", "己")

    assert common_state(mine, theirs).title == "丙"


def test_strangers_are_refused(tmp_path):
    one, other = tmp_path / "一.lawdraft", tmp_path / "二.lawdraft"
    DraftFile.create(one, FIRST).close()
    DraftFile.create(other, replace(FIRST, title="别的")).close()

    with pytest.raises(BadDraftError, match="不能自动合并"):
        common_state(one, other)
