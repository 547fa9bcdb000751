"""PDF by painting the laid-out pages, with and without a window."""

import subprocess
import sys
from collections import Counter

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
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    printed = (run.text for page in pages.pages for line in page.lines for run in line.runs)
    assert Counter("".join(text.split())) == Counter("".join("".join(printed).split()))
    assert report.title in "".join(text.split())


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
