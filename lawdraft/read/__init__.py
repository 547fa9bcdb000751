"""Every file a clerk has becomes lines of text; the content decides the format, never the name."""

from lawdraft.read.formats import can_read_suffixes
from lawdraft.read.reading import read_clipboard, read_document, read_documents

__all__ = ["can_read_suffixes", "read_clipboard", "read_document", "read_documents"]
