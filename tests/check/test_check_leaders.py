"""Leaders: two names for one office, last year's among them; a change that is told is fine."""

import pytest
from check_making import findings_of

from lawdraft.check.leaders import contradicted, leaders_of
from lawdraft.check.rule import Example

NOW = "镇党委书记周志远主持召开专题会议4次。镇长陈敏带头学法。镇党委书记周志远带队督导2次。"


def named(text):
    return [(leader.office, leader.name) for leader in leaders_of(text)]


def test_secretary_and_head_are_read():
    assert named("镇党委书记周志远、镇长陈敏分别带队。") == [("书记", "周志远"), ("长", "陈敏")]


@pytest.mark.parametrize(
    "text",
    [
        "村党支部书记周志远带头。",
        "副镇长陈敏主持会议。",
        "原镇党委书记周志远调任后开展工作。",
        "党委书记高度重视法治建设。",
        "镇长主持召开会议。",
    ],
)
def test_others_are_not_taken_for_them(text):
    assert named(text) == []


def test_name_of_last_year_is_the_wrong_one():
    here = tuple(leaders_of(NOW + "镇党委书记孙立平亲自过问重点案件。镇党委书记孙立平批示3件。"))
    before = tuple(leaders_of("镇党委书记孙立平主持召开会议。"))
    assert {(one.name, right) for one, right in contradicted(here, before)} == {
        ("孙立平", "周志远")
    }


def test_name_left_in_is_marked():
    found, _ = findings_of(Example(NOW + "镇党委书记孙立平亲自过问重点案件。"))
    assert [f.excerpt for f in found if f.rule == "foreign-place"] == ["孙立平"]


def test_one_name_for_each_office_is_fine():
    found, _ = findings_of(Example(NOW))
    assert not [f for f in found if f.rule == "foreign-place"]
