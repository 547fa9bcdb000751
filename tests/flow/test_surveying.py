"""A folder of reports side by side: whatever lies in it, each file is a row."""

import pytest
from county_reports import fill_folder, report_text

from lawdraft import flow
from lawdraft.model.errors import CancelledError, CannotReadError
from lawdraft.store import surveys

OWN_WORDS = (
    "（八）晒谷场夜话见实效。农闲时节，法律明白人把小黑板搬到晒谷场，用乡音讲高利贷、讲彩礼、讲宅基地，"
    "老人听得懂，孩子抢着答，三个月里劝回外出打工时被骗入传销的青年两名，促成五对兄弟重分老屋。"
)


@pytest.fixture
def kit(home):
    return flow.Kit()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "各镇报告"
    fill_folder(place, 5)
    return place


def test_each_report_is_a_row_with_its_unit_year_and_figures(kit, folder):
    found = flow.survey(folder, kit)
    assert [row.name for row in found.rows] == [f"{n:05d}.txt" for n in range(5)]
    assert {row.organisation for row in found.rows} >= {"云岭县青禾镇人民政府"} or all(
        row.organisation for row in found.rows
    )
    assert all(row.year == 2025 and row.figures for row in found.rows)


def test_a_bad_file_is_a_row_that_says_why(kit, folder):
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    found = flow.survey(folder, kit)
    assert len(found.rows) == 8
    assert len(found.readable) == 5
    assert all(found.rows[n].trouble for n in range(5, 8))


def test_missing_parts_are_seen(kit, folder):
    (folder / "缺.txt").write_text(report_text("石门", 2025, plan=False), encoding="utf-8")
    found = flow.survey(folder, kit)
    assert found.rows[-1].parts[3] == "missing"
    assert found.rows[0].parts == ("there",) * 4


def test_names_that_clash_are_a_row_each_and_said_to_be_twins(kit, tmp_path):
    for part in ("一次", "二次"):
        (tmp_path / part).mkdir()
        text = report_text("青禾", 2025, seed=part)
        (tmp_path / part / "报告.txt").write_text(text, encoding="utf-8")
    found = flow.survey(tmp_path, kit)
    assert [row.name for row in found.rows] == ["一次/报告.txt", "二次/报告.txt"]
    assert found.twins == ((0, 1),)


def test_copying_between_towns_is_found_with_its_passages(kit, folder):
    for name, place in (("00000.txt", "青禾"), ("抄.txt", "莲塘")):
        text = report_text(place, 2025).replace("二、存在", OWN_WORDS + "\n二、存在")
        (folder / name).write_text(text, encoding="utf-8")
    found = flow.survey(folder, kit)
    pair = next(p for p in found.copying if p.here == 5)
    assert pair.there == 0
    assert pair.share > 0.1
    first = pair.passages[0].here
    assert "晒谷场" in found.rows[5].text[first.start : first.end]


def test_two_years_of_a_unit_are_compared(kit, folder):
    (folder / "去年.txt").write_text(report_text("青禾", 2024), encoding="utf-8")
    found = flow.survey(folder, kit)
    assert found.changes
    assert all(c.earlier[0] == 2024 and c.later[0] == 2025 for c in found.changes)


@pytest.mark.parametrize("make", [lambda p: None, lambda p: (p / "a.png").write_bytes(b"\x89PNG")])
def test_nothing_readable_is_refused_in_a_sentence(kit, tmp_path, make):
    place = tmp_path / "空"
    place.mkdir()
    make(place)
    with pytest.raises(CannotReadError, match="文件夹"):
        flow.survey(place, kit)


def test_a_file_is_no_folder(kit, folder):
    with pytest.raises(CannotReadError, match="不是文件夹"):
        flow.survey(folder / "00000.txt", kit)


def test_a_broken_off_survey_goes_on_where_it_was(kit, folder, monkeypatch):
    def stop(done, _total, _note):
        if done == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        flow.survey(folder, kit, progress=stop)
    read = []
    original = flow.surveying.read_files
    monkeypatch.setattr(
        flow.surveying, "read_files", lambda paths: original(read.append(paths) or paths)
    )
    assert len(flow.survey(folder, kit).rows) == 5
    assert len(read[0]) == 2


def test_a_damaged_shelf_of_rows_is_made_anew(kit, folder):
    first = flow.survey(folder, kit)
    (kit.places.cache / surveys.NAME).write_bytes(b"not a database" * 100)
    assert flow.survey(folder, kit) == first


def test_nothing_is_left_beside_the_reports_or_in_the_cache(kit, folder):
    before = sorted(folder.iterdir())
    flow.survey(folder, kit)
    assert sorted(folder.iterdir()) == before
    assert not list(kit.places.cache.glob("survey-*"))


def test_a_file_that_a_step_stumbles_over_is_a_row_and_read_again(kit, folder, monkeypatch):
    from lawdraft.flow import surveying

    honest, count = surveying.recognise, len(flow.survey(folder, kit).rows)
    for kept in kit.places.cache.glob("survey.sqlite3*"):
        kept.unlink()

    def stumble(document, kit):
        if "青禾镇" in document.lines[0].text:
            raise ZeroDivisionError
        return honest(document, kit)

    monkeypatch.setattr(surveying, "recognise", stumble)
    rows = flow.survey(folder, kit).rows
    monkeypatch.undo()
    assert len(rows) == count
    stumbled = [row.name for row in rows if row.trouble == surveying.UNEXPECTED]
    assert stumbled
    again = {row.name: row for row in flow.survey(folder, kit).rows}
    assert not any(again[name].trouble for name in stumbled)


def test_a_reader_that_breaks_down_stops_nothing(kit, folder, monkeypatch):
    from lawdraft.flow import surveying

    count, honest = len(flow.survey(folder, kit).rows), surveying.read_files
    for kept in kit.places.cache.glob("survey.sqlite3*"):
        kept.unlink()

    def break_down(paths):
        for number, document in enumerate(honest(paths)):
            if number == 1:
                raise RecursionError
            yield document

    monkeypatch.setattr(surveying, "read_files", break_down)
    rows = flow.survey(folder, kit).rows
    assert len(rows) == count
    assert any(row.trouble == surveying.UNEXPECTED for row in rows)
    assert any(not row.trouble for row in rows)
