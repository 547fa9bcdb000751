"""What cannot be read is said in one Chinese sentence that names the file and what to do."""

import errno
import io
import os
import random
import sys
import time
import zipfile

import pytest
from read_samples import docx, ole, p, read_bytes, texts, w_root, zipped

from lawdraft.model.document import Document
from lawdraft.model.errors import CancelledError, CannotReadError, PasswordNeededError
from lawdraft.read import can_read_suffixes, read_clipboard, read_document, read_documents


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (b" \r\n\t\r\n", "空白"),
        ("　\u3000\n".encode(), "空白"),
        (b"\xff\xd8\xff\xe0" + bytes(200), "图片"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "图片"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "图片"),
        (b"Rar!\x1a\x07" + bytes(50), "压缩包"),
        (b"MZ\x90\x00" + bytes(200), "认不出"),
        (b"\x31\xbe\x00\x00" + bytes(200), "Word 6.0/95"),
        (docx(p("正文"))[:300], "损坏"),
        (b"%PDF-1.7\n1 0 obj", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "损坏"),
        (zipped({"a.txt": "甲"}), "压缩包"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "电子表格"),
        (zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "演示文稿"),
        (docx(""), "空白"),
        (zipped({"word/document.xml": w_root("document", ""), "word/media/a.png": "x"}), "损坏"),
        (ole({"Workbook": b"x"}), "电子表格"),
        (ole({"PowerPoint Document": b"x"}), "演示文稿"),
        (ole({"MatOST": b"x"}), "Works"),
        (ole({"Whatever": b"x"}), "认不出"),
        (ole({"WordDocument": b"\xdc\xa5"}), "Word 6.0/95"),
        (ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "密码"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\n", "损坏"),
    ],
)
def test_each_trouble_has_its_sentence(tmp_path, data, said):
    with pytest.raises(CannotReadError, match=said) as trouble:
        read_bytes(tmp_path, data, "报告.docx")
    sentence = trouble.value.sentence
    assert sentence.startswith("“报告.docx”")
    assert len(sentence) <= 240
    assert sentence.endswith("。")


def test_a_document_of_pictures_alone(tmp_path):
    parts = {
        "word/document.xml": w_root("document", "<w:body><w:p/></w:body>"),
        "word/media/a.png": "x",
    }
    with pytest.raises(CannotReadError, match="只有图片"):
        read_bytes(tmp_path, zipped(parts))


def test_missing_files_folders_and_bad_names(tmp_path):
    for path, said in (
        (tmp_path / "没有.docx", "找不到文件"),
        (tmp_path, "文件夹"),
        (tmp_path / "长".ljust(300, "长"), "文件名太长|找不到文件“长{40}…"),
        (tmp_path / "a\0b", "文件名不能用"),
    ):
        with pytest.raises(CannotReadError, match=said):
            read_document(path)


def test_words_own_temporary_file_is_known(tmp_path):
    with pytest.raises(CannotReadError, match="临时文件"):
        read_bytes(tmp_path, b"\x05clerk" + bytes(156), "~$报告.docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(CannotReadError, match="不是普通文件"):
        read_document(tmp_path / "管道")


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (PermissionError(errno.EACCES, "denied"), "没有权限"),
        (OSError(errno.EIO, "input/output"), "U盘"),
        (OSError(errno.ENODEV, "no such device"), "磁盘或网络位置"),
        (OSError(errno.EBUSY, "busy"), "不能读取"),
    ],
)
def test_troubles_of_the_system_have_sentences(tmp_path, monkeypatch, trouble, said):
    path = tmp_path / "甲.txt"
    path.write_text("甲", "utf-8")

    def refuse(*_args, **_options):
        raise trouble

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(CannotReadError, match=said):
        read_document(path)


@pytest.mark.parametrize(("winerror", "said"), [(32, "先关闭它"), (53, "网络"), (21, "U盘")])
def test_what_windows_says_of_locks_and_lost_drives(tmp_path, monkeypatch, winerror, said):
    trouble = PermissionError(errno.EACCES, "held")
    trouble.winerror = winerror
    monkeypatch.setattr("pathlib.Path.stat", lambda *_a, **_k: (_ for _ in ()).throw(trouble))
    with pytest.raises(CannotReadError, match=said):
        read_document(tmp_path / "甲.docx")


def locked(password):
    from msoffcrypto.format.ooxml import OOXMLFile

    opened = io.BytesIO()
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    parts = {"[Content_Types].xml": types, "word/document.xml": w_root("document", BODY)}
    parts["word/media/a.bin"] = random.Random(1).randbytes(9000)
    OOXMLFile(io.BytesIO(zipped(parts))).encrypt(password, opened)
    return opened.getvalue()


BODY = f"<w:body>{p('加密的正文')}</w:body>"


def test_a_locked_document_opens_with_its_password_alone(tmp_path):
    data = locked("Qinghe-2024")
    assert texts(read_bytes(tmp_path, data, password="Qinghe-2024")) == ["加密的正文"]
    with pytest.raises(PasswordNeededError, match="请输入打开密码"):
        read_bytes(tmp_path, data)
    with pytest.raises(PasswordNeededError, match="密码不对"):
        read_bytes(tmp_path, data, password="别的")


def test_many_files_in_order_bad_ones_in_their_place(tmp_path):
    paths = [tmp_path / f"{i}.bin" for i in range(4)]
    for path, data in zip(paths, (b"", docx(p("甲")), rb"{\rtf1 yi\par}", b"bing"), strict=True):
        path.write_bytes(data)
    paths.insert(2, tmp_path / "没有")
    results = list(read_documents(paths))
    assert [type(result) for result in results] == [
        CannotReadError, Document, CannotReadError, Document, Document,
    ]  # fmt: skip
    assert [texts(r) for r in results if isinstance(r, Document)] == [["甲"], ["yi"], ["bing"]]


def test_reading_many_can_be_cancelled(tmp_path):
    def stop(_done, _total, _note):
        raise CancelledError

    with pytest.raises(CancelledError):
        list(read_documents([tmp_path / "甲"], progress=stop))


def test_progress_through_many_files_never_goes_back(tmp_path):
    paths = [tmp_path / f"{i}.rtf" for i in range(3)]
    for path in paths:
        path.write_bytes(b"{\\rtf1 yi\\par}")
    told = []
    list(read_documents(paths, progress=lambda *step: told.append(step)))
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert {(total, note.split()[0]) for _, total, note in told} == {
        (3, "0.rtf"), (3, "1.rtf"), (3, "2.rtf"),
    }  # fmt: skip


def test_an_empty_clipboard(tmp_path):
    with pytest.raises(CannotReadError, match="剪贴板"):
        read_clipboard(None, " ")


def test_bombs_doctypes_and_depth_are_refused(tmp_path):
    huge = docx("<w:p/>" * 3_000_000)
    doctype = zipped({"word/document.xml": "<!DOCTYPE w [<!ENTITY a 'b'>]><w/>"})
    hidden = zipped({"word/document.xml": "<!DOCTYPE w [<!ENTITY a 'b'>]><w/>".encode("utf-16")})
    deep = docx("<w:sdt>" * 2000 + "</w:sdt>" * 2000)
    for data in (huge, doctype, hidden, deep):
        with pytest.raises(CannotReadError, match="异常"):
            read_bytes(tmp_path, data)


def test_an_archive_within_archives_without_end_is_one_sentence(tmp_path):
    inner = "".join(
        f'Content-Type: multipart/related; boundary="b{i}"\n\n--b{i}\n' for i in range(2000)
    )
    data = f"MIME-Version: 1.0\n{inner}Content-Type: text/html\n\n<p>甲</p>"
    with pytest.raises(CannotReadError, match="结构异常"):
        read_bytes(tmp_path, data)


def test_styles_based_on_each_other_without_end_take_no_time(tmp_path):
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(3000)
    )
    begun = time.perf_counter()
    read_bytes(tmp_path, docx(p("甲", '<w:pStyle w:val="s0"/>') * 1000, styles=styles))
    assert time.perf_counter() - begun < 4


def test_one_embedded_page_named_a_thousand_times_is_too_long_a_text(tmp_path):
    chunk = "<html><body>" + "<p>依法行政的一段话。</p>" * 2000 + "</body></html>"
    data = docx('<w:altChunk r:id="c"/>' * 1000)
    parts = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in names_in(data)}
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="c" Type="x/aFChunk" Target="c.html"/></Relationships>'
    )
    with pytest.raises(CannotReadError, match="一百万字"):
        read_bytes(tmp_path, zipped(parts | {"word/c.html": chunk}))


def names_in(data):
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_inputs_stay_as_they_are_and_nothing_is_left_beside_them(tmp_path):
    data = docx(p("正文"))
    read_bytes(tmp_path, data, "甲.docx")
    read_bytes(tmp_path, b"{\\rtf1 yi}", "乙.rtf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["乙.rtf", "甲.docx"]
    assert (tmp_path / "甲.docx").read_bytes() == data


def test_suffixes_for_the_file_dialog():
    assert {".docx", ".doc", ".wps", ".pdf", ".ofd", ".txt", ".mht"} <= set(can_read_suffixes())


def test_importing_the_room_loads_nothing_heavy():
    import subprocess

    code = (
        f"import sys; sys.path[:] = {sys.path!r}; import lawdraft.read; "
        "print([m for m in ('lxml', 'msgspec', 'docx', 'numpy', "
        "'pypdfium2', 'subprocess') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
