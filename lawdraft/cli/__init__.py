"""The command line of docs/command-line.md: thin commands over flow; it never asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.cli.kit import PdfWriter


def run_command(words: Sequence[str], *, write_pdf: PdfWriter) -> int:
    """Run one command; returns the exit status 0, 1 (`check --strict`) or 2."""
    from lawdraft.cli.door import run

    return run(words, write_pdf)
