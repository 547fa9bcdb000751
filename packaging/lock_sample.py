"""Locks the bundled sample as Office 2010 does: lock_sample.py TARGET.docx PASSWORD.txt (both written)."""

import sys
from pathlib import Path

from msoffcrypto.format.ooxml import OOXMLFile

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "last-year.docx"
PASSWORD = "Qinghe-2026"

target, password = (Path(word) for word in sys.argv[1:])
with SAMPLE.open("rb") as plain, target.open("wb") as locked:
    OOXMLFile(plain).encrypt(PASSWORD, locked)
password.write_text(PASSWORD, encoding="utf-8")
