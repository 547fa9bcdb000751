"""Damaged files of every kind end as a document or as a sentence, never as a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_samples import (
    OPENING,
    TITLE,
    docx,
    in_list,
    level,
    numbering,
    odt,
    ofd,
    ole,
    p,
    pdf,
    rtf,
)  # fmt: skip

from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content
from lawdraft.read.formats import WAYS, reader_of
from lawdraft.read.sniff import sniff

LISTS = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."))
PAGE = f"<html><head><title>{TITLE}</title></head><body><ol><li>{OPENING}</ol><table><tr><td>1<td>2"
SAMPLES = {
    "docx": docx(p(TITLE) + p("甲", in_list(1)) + p(OPENING), numbering=LISTS),
    "odt": odt(f"<text:p>{TITLE}</text:p><text:list><text:list-item><text:p>甲</text:p>"
               "</text:list-item></text:list>"),
    "rtf": rtf(r"\trowd 甲\cell 乙\cell\row{\listtext 1.\tab}丙\par{\v 丁}\uc2\u-10187??\par"),
    "html": PAGE.encode("gb18030"),
    "mht": b"MIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n\n" + PAGE.encode("gbk"),
    "ofd": ofd([[(28, 40, TITLE)], [(28, 40, OPENING)]]),
    "pdf": pdf([[(80, 100, TITLE)], [(80, 100, OPENING)]]),
    "doc": ole({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(3000), "1Table": bytes(100)}),
    "txt": (TITLE + "\n" + OPENING).encode("gb18030"),
}  # fmt: skip


def read_or_refuse(data):
    """As read_document does, but for parsers that may break anything: those run elsewhere."""
    try:
        kind = sniff(data).format
        content = reader_of(kind).read(data)
    except CannotReadError:
        return
    except Exception:  # noqa: BLE001  the test is about what else may come
        assert WAYS[kind].trusted == 0, "a reader trusted in our own process must not break"
        return
    assert isinstance(content, Content)


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_sound_sample_is_read(kind):
    if kind != "doc":
        assert reader_of(sniff(SAMPLES[kind]).format).read(SAMPLES[kind]).lines


@pytest.mark.parametrize("kind", SAMPLES)
@settings(derandomize=True, max_examples=40, deadline=None)
@given(cut=st.floats(0, 1))
def test_truncated(kind, cut):
    data = SAMPLES[kind]
    read_or_refuse(data[: int(len(data) * cut)])


@pytest.mark.parametrize("kind", SAMPLES)
@settings(derandomize=True, max_examples=60, deadline=None)
@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8))
def test_bytes_changed(kind, flips):
    data = bytearray(SAMPLES[kind])
    for place, byte in flips:
        data[int(len(data) * place)] = byte
    read_or_refuse(bytes(data))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "w:p",
                "w:r",
                "w:t",
                "w:tbl",
                "w:tr",
                "w:tc",
                "w:del",
                "w:ins",
                "w:sdt",
                "w:pPr",
                "w:rPr",
                "w:numPr",
                "w:numId",
                "w:ilvl",
                "w:vanish",
                "w:fldChar",
                "w:sym",
                "mc:AlternateContent",
            ]
        ),
        max_size=25,
    ),
    value=st.sampled_from(["", "1", "x", "-1", "99999999999999999999"]),
)
def test_any_nesting_of_known_elements(words, value):
    inner = ""
    for word in words:
        inner = (
            f'<{word} w:val="{value}" w:char="{value}" w:fldCharType="{value}">字{inner}</{word}>'
        )
    read_or_refuse(docx(inner, numbering=LISTS))


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(alphabet="<>/divtableoprl =\"'一、。&;#0123\n", max_size=300))
def test_any_markup(text):
    read_or_refuse(b"<html>" + text.encode())
    read_or_refuse(b"{\\rtf1" + text.replace("<", "\\").replace(">", "}").encode("gbk", "replace"))
