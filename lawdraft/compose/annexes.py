"""附件: named below the text (GB/T 9704 7.3.4), each with matter behind the date (7.3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.compose.writing import Writing
    from lawdraft.model.draft import Attachment


def write_names(writing: Writing, attachments: tuple[Attachment, ...]) -> None:
    """附件：1.甲 and below it 2.乙; a single one has no number."""
    named = [each for each in attachments if each.name.strip()]
    for number, each in enumerate(named, 1):
        writing.new_paragraph("annex_note")
        lead = "附件：" if number == 1 else ""
        writing.write(f"{lead}{number}." if len(named) > 1 else lead)
        writing.filled(" ".join(each.name.split()))


def write_matter(writing: Writing, attachments: tuple[Attachment, ...]) -> None:
    """附件1, its name as its title, and its lines; those that are only named are passed over."""
    named = [each for each in attachments if each.name.strip()]
    for number, each in enumerate(named, 1):
        if not each.text.strip():
            continue
        writing.new_paragraph("annex")
        writing.write(f"附件{number}" if len(named) > 1 else "附件")
        writing.new_paragraph("annex")
        writing.filled(" ".join(each.name.split()))
        _write_lines(writing, each)


def _write_lines(writing: Writing, attachment: Attachment) -> None:
    for line in attachment.text.split("\n"):
        if line.strip():
            writing.new_paragraph("table" if "\t" in line else "annex")
            writing.filled(line if "\t" in line else line.strip())
