"""How long reading takes: many small mixed files in one call, and a .docx against python-docx."""

import io
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "read"))

from read_samples import OPENING, TITLE, docx, in_list, level, numbering, p

PARAGRAPHS = [
    TITLE,
    *[f"{OPENING}第{i}项工作有序推进，全年开展活动{i}场次。" * 3 for i in range(40)],
]
LISTS = numbering(level(0, "chineseCounting", "%1、"))
FILES = 200


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mixed")
    body = "".join(p(text, in_list(1) if i % 5 == 0 else "") for i, text in enumerate(PARAGRAPHS))
    markup = f"<title>{TITLE}</title><ul><li><a href=a>首页</a></ul><div>"
    markup += "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>"
    kinds = (
        (".txt", "\n".join(PARAGRAPHS).encode("gb18030")),
        (".docx", docx(body, numbering=LISTS)),
        (".html", f"<html><body>{markup}</body></html>".encode()),
    )
    for i in range(FILES):
        suffix, data = kinds[i % 3]
        (folder / f"{i:03}{suffix}").write_bytes(data)
    return sorted(folder.iterdir())


def seconds(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def test_many_mixed_files(mixed, record):
    from lawdraft.read import read_documents

    list(read_documents(mixed[:3]))
    each = seconds(lambda: list(read_documents(mixed))) / FILES * 1000
    assert record("read: a mixed small file, ms", "≤ 10", round(each, 2))


def test_a_docx_against_python_docx(mixed, record):
    """Its paragraphs' bare text, without numbers, revisions and tables, is the yardstick."""
    import docx as python_docx

    from lawdraft.read.docx import read

    data = mixed[1].read_bytes()

    def bare():
        return [paragraph.text for paragraph in python_docx.Document(io.BytesIO(data)).paragraphs]

    read(data), bare()
    ours = seconds(lambda: [read(data) for _ in range(20)])
    theirs = seconds(lambda: [bare() for _ in range(20)])
    assert record("read: a .docx ÷ python-docx, text alone", "≤ 1.5 ×", round(ours / theirs, 2))
