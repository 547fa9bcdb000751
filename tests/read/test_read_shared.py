"""The measured samples, where they stand beside the checkout: recall, precision, numbers, limits."""

import json
import re
import subprocess
import sys
import time

import pytest
from rapidfuzz.distance import LCSseq
from read_samples import texts

from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read import read_document

pytestmark = pytest.mark.shared

PASSWORD = "123456"
SECONDS, KILOBYTES = 10, 1 << 20
PLAIN = ["plain.docx", "plain.doc", "plain.rtf", "plain.odt", "plain.pdf", "plain.html", "plain.txt",
         "plain_word_uc2.rtf", "plain_wordpad_gbk.rtf", "gb9704.docx", "gb9704.pdf",
         "ofd/made_plain_lines.ofd", "ofd/made_plain_perchar.ofd"]  # fmt: skip
PAGES = ["trs_utf8.html", "vsb_utf8.html", "zoom_gbk.html", "wordpaste_utf8.html",
         "div_gbk_nometa.html", "vsb_utf8.mht", "zoom_gbk.mht"]  # fmt: skip
WRITERS = ["docx", "doc", "odt", "rtf"]  # of features.*; the others lost revisions in conversion


@pytest.fixture
def samples(shared):
    return shared / "formats" / "samples"


def squeezed(text):
    return re.sub(r"\s|\ufeff", "", text)


def shares(got, truth):
    got, truth = squeezed(got), squeezed(truth)
    common = LCSseq.similarity(got, truth)
    return common / len(truth), common / len(got)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_samples(samples, name):
    truth = (samples / "src/plain.truth.txt").read_text("utf-8")
    recall, precision = shares(read_document(samples / name).text, truth)
    assert recall >= 0.999
    assert precision >= 0.999


@pytest.mark.parametrize("name", PAGES)
def test_saved_pages(samples, name):
    truth = json.loads((samples / "html/truth.json").read_text("utf-8"))[name]
    expected = [truth["title"], *truth["paras"]]
    document = read_document(samples / "html" / name)
    recall, precision = shares(document.text, "".join(expected))
    assert recall >= 0.999
    assert precision >= 0.99
    assert {squeezed(t) for t in expected if t.strip()} <= {squeezed(t) for t in texts(document)}
    assert document.dropped


@pytest.mark.parametrize("kind", WRITERS)
def test_numbers_deletions_and_hidden_text(samples, kind):
    truth = json.loads((samples / "src/features.truth.json").read_text("utf-8"))
    document = read_document(samples / f"features.{kind}")
    found = {squeezed(t) for t in texts(document)}
    assert {squeezed(item["text"]) for item in truth if "num" in item} <= found
    assert not re.search(
        "已删除的|删除的修订|隐藏文字标记|页眉标记|页脚标记|批注标记", document.text
    )


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("wps2md_sample.wps", "wps2md_sample.txt"),
        ("wps2md_sample.doc", "wps2md_sample.txt"),
        ("poi_61490.doc", "poi_61490.txt"),
    ],
)
def test_real_files(samples, name, truth):
    expected = (samples / "src" / truth).read_text("utf-8-sig")
    recall, precision = shares(read_document(samples / "real" / name).text, expected)
    assert recall >= 0.99
    assert precision >= 0.99


def test_a_text_box_that_the_converter_of_old_files_leaves_out(samples):
    assert texts(read_document(samples / "features.doc")).count("文本框里的标题文字") == 1


@pytest.mark.parametrize("share", [0.2, 0.5, 0.6, 0.9])
def test_files_cut_off_are_no_half_reports(samples, tmp_path, share):
    names = (
        "plain.docx",
        "plain.doc",
        "plain.rtf",
        "plain_wordpad_gbk.rtf",
        "plain.odt",
        "plain.pdf",
    )
    for name in (*names, "ofd/made_plain_lines.ofd", "html/zoom_gbk.mht"):
        data = (samples / name).read_bytes()
        cut = tmp_path / "截断"
        cut.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(CannotReadError, match=r"损坏|没有下载完整"):
            read_document(cut)


def test_encodings(samples):
    for path in sorted((samples / "txt").iterdir()):
        if "big5" in path.name:  # its traditional characters are no part of the truth
            continue
        truth = (samples / "src/plain.truth.txt").read_text("utf-8")
        assert shares(read_document(path).text, truth)[0] == 1, path.name


def test_passwords(samples):
    for name in ("password.docx", "password.doc", "password.pdf"):
        with pytest.raises(PasswordNeededError):
            read_document(samples / "hostile" / name)
    truth = (samples / "src/plain.truth.txt").read_text("utf-8")
    assert read_document(samples / "hostile/password.doc", password="password").lines
    for name in ("password.docx", "password.pdf"):
        document = read_document(samples / "hostile" / name, password=PASSWORD)
        assert shares(document.text, truth)[0] > 0.99


CODE = """
import resource, sys
from pathlib import Path
from lawdraft.read import read_document
from lawdraft.model.errors import LawdraftError
try:
    print(read_document(Path(sys.argv[1])).source.format)
except LawdraftError as trouble:
    print(trouble.sentence)
own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(own + child)
"""


@pytest.mark.slow
def test_hostile_files_within_limits(samples):
    pytest.importorskip("resource")
    for path in sorted((samples / "hostile").iterdir()):
        begun = time.monotonic()
        run = subprocess.run(
            [sys.executable, "-c", CODE, str(path)], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, (path.name, run.stderr)
        answer, kilobytes = run.stdout.strip().splitlines()
        assert time.monotonic() - begun < SECONDS, path.name
        assert int(kilobytes) < KILOBYTES, path.name
        assert answer.endswith("。") or answer in ("docx", "doc", "rtf", "html", "pdf"), path.name


def test_a_scan_names_its_pages(samples, monkeypatch):
    monkeypatch.setattr("lawdraft.read.ocr.is_installed", lambda: False)
    with pytest.raises(CannotReadError, match="第 1—3 页都是扫描的图片"):
        read_document(samples / "scan_200dpi_3p.pdf")
