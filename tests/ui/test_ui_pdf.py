"""PDF by painting the laid-out pages, with and without a window."""

import subprocess
import sys

import pypdfium2

from lawdraft import flow
from lawdraft.ui.pdf import write_pdf


def made_pages(kit, sample):
    report = flow.outline_file(sample.last_report, kit)
    return report, flow.lay_out(report, kit)


def test_pdf_has_the_pages_and_their_words(qapp, kit, sample, tmp_path):
    report, pages = made_pages(kit, sample)
    write_pdf(pages, tmp_path / "a.pdf")

    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        assert len(pdf) == len(pages.pages)
        assert abs(pdf[0].get_width() - 595.3) < 1
        assert abs(pdf[0].get_height() - 841.9) < 1
        text = "".join(pdf[0].get_textpage().get_text_range().split())
    # Some fonts give radicals for a few characters (⻘ for 青), so not the whole title.
    assert report.title[3:] in text


def test_pdf_from_the_command_line_needs_no_screen(tmp_path, kit, sample):
    out = tmp_path / "b.pdf"
    command = [
        sys.executable,
        "-m",
        "lawdraft",
        "export",
        str(sample.last_report),
        "--out",
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF")
