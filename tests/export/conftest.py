"""The shipped presets, and a way to export and open what came out."""

import zipfile
from pathlib import Path

import pytest

from lawdraft.export import export_report

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"


@pytest.fixture(scope="session")
def presets():
    return (TEMPLATES,)


@pytest.fixture
def write(tmp_path, presets):
    """write(report, "x.docx", layout=…, options=…) → the path written."""

    def export(report, name="out.docx", **wishes):
        out = tmp_path / name
        export_report(report, out, presets=presets, **wishes)
        return out

    return export


@pytest.fixture
def document():
    """document(path) → the text of word/document.xml."""

    def read(path, part="word/document.xml"):
        with zipfile.ZipFile(path) as package:
            return package.read(part).decode("utf-8")

    return read
