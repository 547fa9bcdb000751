"""What cannot be done is one line; what is counted is one number."""

import json
from pathlib import Path

from openpyxl import load_workbook

from lawdraft.model.draft import Draft, Entry
from lawdraft.store.drafts import read_draft, write_draft

LAST = (
    "青禾镇2025年法治政府建设工作报告\n2025年，青禾镇推进依法行政，现报告如下。\n一、工作情况\n"
    "全镇辖12个村，排查矛盾纠纷40件，化解39件，化解率97.5%。\n二、下一步打算\n"
    "一是补充执法人员3名；二是组织培训4期。\n青禾镇人民政府\n2026年1月6日\n"
)


def test_all_bad_files_are_one_line(run, tmp_path):
    for name in ("一.txt", "二.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")

    for words in (("learn", tmp_path, "--out", tmp_path / "x.json"),
                  ("library", "add", tmp_path, "--library", tmp_path / "库")):  # fmt: skip
        status, _, err = run(*words)
        assert status == 2
        assert len(err.splitlines()) == 1
        assert "一.txt" in err


def test_demo_into_a_file_says_nothing_first(run, tmp_path):
    (tmp_path / "文件").write_text("x", encoding="utf-8")

    status, out, err = run("demo", "--out", tmp_path / "文件")

    assert (status, out, len(err.splitlines())) == (2, "", 1)


def test_a_missing_file_is_named_without_a_screen(run, tmp_path, monkeypatch):
    monkeypatch.setattr("lawdraft.__main__.no_screen", lambda: True)

    assert "没有.lawdraft" in run("open", tmp_path / "没有.lawdraft")[2]


def test_new_compose_and_the_sheet_count_alike(run, tmp_path):
    (tmp_path / "去年.txt").write_text(LAST, encoding="utf-8")
    draft = tmp_path / "a.lawdraft"

    _, told, _ = run("new", "--from", tmp_path / "去年.txt", "--year", 2026, "--out", draft)
    _, text, _ = run("compose", draft)
    _, sheet, _ = run("collect", "out", draft, "--out", tmp_path / "表")

    rows = list(load_workbook(sheet.strip()).worksheets[0].iter_rows(min_row=5, values_only=True))
    assert text.count("××") == 5 == sum(1 for row in rows if row[0])
    assert "5 个数字待填" in told


def test_an_equal_number_written_otherwise_is_not_told(run, tmp_path):
    draft, entry = tmp_path / "a.lawdraft", Entry("e1", "户籍人口", "人", last="3.6万")
    write_draft(draft, Draft(2025, "青禾镇", ledger=(entry,)))
    _, name, _ = run("collect", "out", draft, "--out", tmp_path / "表")
    book = load_workbook(name.strip())
    book.worksheets[0]["E5"] = 36000
    book.save(name.strip())
    draft.unlink()
    filled = Entry("e1", "户籍人口", "人", last="3.6万", value="3.6万")
    write_draft(draft, Draft(2025, "青禾镇", ledger=(filled,)))

    assert "没有改" not in run("collect", "in", draft, name.strip())[2]
    assert read_draft(draft).ledger[0].value == "3.6万"


def test_a_missing_path_leaves_the_other_reports_to_the_library(run, tmp_path):
    (tmp_path / "去年.txt").write_text(LAST, encoding="utf-8")
    library = ("--library", tmp_path / "库")

    status, out, err = run("library", "add", tmp_path / "没有.txt", tmp_path / "去年.txt", *library)

    assert (status, out) == (0, "加入 1 份。\n")
    assert "没有.txt" in err
    assert run("library", "add", tmp_path / "没有.txt", *library)[0] == 2


def test_who_reads_a_barred_file_says_so_and_the_others_go_on(run, tmp_path, monkeypatch):
    good, barred = tmp_path / "一.txt", tmp_path / "二.txt"
    for path in (good, barred):
        path.write_text(LAST, encoding="utf-8")
    barred.chmod(0)
    monkeypatch.setattr("os.access", lambda path, *_more, **_options: Path(path) != barred)
    really = Path.open

    def refuse(path, *words, **options):
        if path == barred:
            raise PermissionError(13, "barred", str(path))
        return really(path, *words, **options)

    monkeypatch.setattr(Path, "open", refuse)
    status, out, err = run("outline", good, barred, good, "--json")

    lines = [json.loads(line) for line in out.splitlines()]
    assert (status, len(lines)) == (2, 3)
    assert "没有权限" in lines[1]["error"]
    assert "没有权限" in err


def test_what_a_reader_sees_is_chinese(run, tmp_path, monkeypatch):
    monkeypatch.setattr("lawdraft.__main__.no_screen", lambda: True)
    body = LAST.replace("二、下一步", "二、第一责任人职责履行情况\n书记讲法治课。\n三、下一步")
    (tmp_path / "报告.txt").write_text(body, encoding="utf-8")

    _, shown, _ = run("outline", tmp_path / "报告.txt")
    status, told, _ = run("open", "--help")

    assert "[第一责任人]" in shown
    assert "_" not in shown
    assert (status, told[:2]) == (0, "用法")


def test_an_imported_layout_is_listed_as_such(run, tmp_path):
    (tmp_path / "县里.toml").write_text('name = "县里"\nbase = "国标"\n', encoding="utf-8")

    assert run("packs", "import", tmp_path / "县里.toml")[0] == 0

    listed = run("packs", "list")[1].splitlines()
    origins = {
        line.split("\t")[1]: line.split("\t")[3] for line in listed if line.startswith("版式")
    }
    assert (origins["县里"], origins["国标"]) == ("已导入", "自带")


def test_a_copied_report_is_not_printed_once_more(run, tmp_path):
    told = (
        "云岭县青禾镇{0}年法治政府建设年度报告\n{0}年，青禾镇推进依法行政。\n一、主要举措和成效\n"
        + (
            "依托稻虾市场设立法律咨询摊位，逢集由司法所和驻村律师轮流坐班，解答租金、饲料赊欠等问题。"
            * 6
        )
    )
    for year in (2024, 2025):
        (tmp_path / f"{year}.txt").write_text(told.format(year), encoding="utf-8")
    out = run("check", str(tmp_path / "2025.txt"), "--last", str(tmp_path / "2024.txt"))[1]
    assert "与去年的报告基本相同" in out
    assert max(map(len, out.splitlines())) < 200
