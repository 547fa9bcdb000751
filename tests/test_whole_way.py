"""From last year's file to this year's .docx, as the program is used."""

import json
import subprocess
import zipfile

import pytest

from lawdraft import flow
from lawdraft.store.places import find_places
from lawdraft.store.sample import load_sample

EXAMPLES = range(5)


@pytest.fixture
def lawdraft(python, tmp_path):
    """Run the command line in a folder of its own: lawdraft("outline", file) → finished process."""

    def run(*words):
        command = [python, "-m", "lawdraft", *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False
        )

    return run


@pytest.fixture
def sample():
    return load_sample(find_places().resources)


@pytest.fixture(params=EXAMPLES)
def example(request, shared):
    return sorted((shared / "examples").glob("*.txt"))[request.param]


def text_of(docx):
    with zipfile.ZipFile(docx) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_demo_names_every_file_it_made_the_report_last(lawdraft, tmp_path):
    done = lawdraft("demo", "--out", tmp_path / "made")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert set(map(str, (tmp_path / "made").iterdir())) <= set(lines)
    assert lines[-1].endswith(".docx")


def test_demo_leaves_no_blank_figure_and_no_error(lawdraft, tmp_path):
    lawdraft("demo", "--out", tmp_path)
    (docx,) = tmp_path.glob("*.docx")
    checked = json.loads(lawdraft("check", docx, "--json").stdout)
    assert "××" not in checked["text"]
    assert [f for f in checked["findings"] if f["level"] == "error"] == []


def test_the_saved_web_page_and_the_word_file_hold_the_same_report(sample):
    kit = flow.Kit(find_places())
    from_word = flow.outline_file(sample.last_report, kit)
    from_web = flow.outline_file(sample.web_page, kit)
    assert from_web.text == from_word.text
    assert from_web.headings == from_word.headings


def test_new_and_export_carry_last_year_into_this(lawdraft, sample, tmp_path):
    draft, out = tmp_path / "今年.lawdraft", tmp_path / "今年.docx"
    made = lawdraft("new", "--from", sample.last_report, "--year", 2026, "--out", draft)
    exported = lawdraft("export", draft, "--out", out)
    assert (made.returncode, exported.returncode) == (0, 0), made.stderr + exported.stderr
    assert "2026年" in text_of(out)


def test_new_twice_composes_to_the_same_text(lawdraft, sample, tmp_path):
    texts = set()
    for name in ("a.lawdraft", "b.lawdraft"):
        lawdraft("new", "--from", sample.last_report, "--year", 2026, "--out", tmp_path / name)
        texts.add(lawdraft("compose", tmp_path / name).stdout)
    assert len(texts) == 1


def test_examples_become_drafts_and_word_files(lawdraft, example, tmp_path):
    year = json.loads(lawdraft("outline", example, "--json").stdout)["year"] + 1
    draft = tmp_path / "a.lawdraft"
    for command in (
        ("new", "--from", example, "--year", year, "--out", draft),
        ("export", draft, "--out", tmp_path / "a.docx"),
        ("export", example, "--out", tmp_path / "b.docx"),
    ):
        assert lawdraft(*command).returncode == 0


def test_reading_commands_leave_their_input_as_it_was(lawdraft, sample, tmp_path):
    draft = tmp_path / "a.lawdraft"
    lawdraft("new", "--from", sample.last_report, "--year", 2026, "--out", draft)
    before, names = draft.read_bytes(), sorted(tmp_path.iterdir())
    lawdraft("compose", draft)
    lawdraft("check", draft)
    assert draft.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == names
