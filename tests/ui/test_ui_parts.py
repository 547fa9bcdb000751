"""Small parts: tasks, settings, differences, mending, look."""

import threading

import pytest

from lawdraft.model.errors import CannotReadError
from lawdraft.ui.look import DARK, LIGHT, fill_sheet
from lawdraft.ui.settings import Recent, Settings, load_settings, remember_recent, save_settings
from lawdraft.ui.tasks import Tasks
from lawdraft.ui.widgets.diff import diff_html, opcodes
from lawdraft.ui.widgets.findings_list import mended
from lawdraft.ui.widgets.unit_bar import doubt_about


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.finish()


def test_result_comes_back_on_the_windows_thread(tasks, qtbot):
    got = []
    with qtbot.waitSignal(tasks.succeeded):
        tasks.start("sum", lambda _p: (1 + 1, threading.current_thread().name), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(2, "worker")]


def test_expected_trouble_goes_to_the_one_who_asked(tasks, qtbot):
    def work(_progress):
        raise CannotReadError("读不出来。")

    got = []
    with qtbot.waitSignal(tasks.failed):
        tasks.start("read", work, None, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0].sentence == "读不出来。"


def test_the_unexpected_is_never_swallowed(tasks, qtbot):
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.start("broken", lambda _p: 1 / 0)
    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_cancelling_stops_at_the_next_progress(tasks, qtbot):
    gate, got = threading.Event(), []

    def work(progress):
        gate.wait(5)
        progress(1, 2, "")
        return "never"

    with qtbot.waitSignal(tasks.cancelled):
        tasks.start("long", work, got.append)
        tasks.cancel("long")
        gate.set()
    assert got == []


def test_only_the_newest_of_a_name_counts(tasks, qtbot):
    got = []
    for number in range(5):
        tasks.start("live", lambda _p, n=number: n, got.append, replaces=True)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert got == [4]


def test_settings_survive_and_damage_is_forgiven(tmp_path):
    settings = remember_recent(Settings(theme="dark"), Recent("a.lawdraft", "青禾镇", 2026, ""))
    save_settings(settings, tmp_path)
    assert load_settings(tmp_path) == settings
    (tmp_path / "window.json").write_text('{"theme": 5, "unknown": 1, "size": "large"}')
    assert load_settings(tmp_path) == Settings(size="large")
    (tmp_path / "window.json").write_text("{")
    assert load_settings(tmp_path) == Settings()


def test_differences_show_what_went_and_what_came():
    html = diff_html("全年排查72件。", "全年排查80件。", LIGHT)

    assert "line-through" in html
    assert html.index("72") < html.index("80")
    assert diff_html("<b>", "<b>", LIGHT) == "&lt;b&gt;"


def test_single_letters_that_happen_to_agree_are_no_islands():
    kinds = [kind for kind, *_ in opcodes("加强领导", "压实领责")]

    assert "equal" not in kinds[:1]


def test_numbers_change_whole():
    assert opcodes("共63名。", "共66名。")[1] == ("replace", 1, 3, 1, 3)


@pytest.mark.parametrize(
    ("at", "words", "put", "result"),
    [
        (4, "件", "起", "排查⟦e1⟧起。"),
        (0, "排查", "摸排", "摸排⟦e1⟧件。"),
        (1, "查72", "x", None),
        (2, "72", "x", None),
    ],
)
def test_mending_leaves_slots_alone(at, words, put, result):
    assert mended("排查⟦e1⟧件。", at, words, put, {"e1": "72"}) == result


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_name_of_the_style_sheet_is_filled(kit, colours):
    sheet = (kit.places.resources / "style" / "lawdraft.qss").read_text(encoding="utf-8")

    assert "@" not in fill_sheet(sheet, colours, 10.5).replace("@icons", "")


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "surface"), ("ink_soft", "surface"), ("ink_soft", "ground"), ("on_accent", "accent"),
        ("warn", "warn_soft"), ("bad", "bad_soft"), ("good", "good_soft"), ("slot_ink", "slot"),
        ("accent_strong", "accent_soft"), ("rail_ink", "rail"),
    ],
)  # fmt: skip
def test_text_can_be_read(colours, ink, ground):
    """Contrast of at least 4.5 : 1."""
    one, two = sorted((_luminance(getattr(colours, ink)), _luminance(getattr(colours, ground))))

    assert (two + 0.05) / (one + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("last", "year", "told"),
    [
        (2025, 2026, ""),
        (2026, 2026, "晚于"),
        (2023, 2026, "3年前"),
        (2023, 2024, "2026"),
        (1999, 2026, ""),
    ],
)
def test_an_odd_year_is_remarked_on(last, year, told):
    words = doubt_about(last, year, 2026)

    assert told in words
    assert bool(words) == bool(told)
