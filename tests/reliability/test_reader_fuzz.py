"""Readers on damaged files of every kind they know: lines or a sentence, within a time."""

import contextlib
import random
import time

import pytest

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.store.places import find_places

SAMPLE = find_places().resources / "sample"
SECONDS = 10.0  # for each kind
LONGEST = 12.0  # one file, the start of the reading process included
KINDS = ("docx", "html", "txt", "pdf", "rtf", "odt", "doc", "mht", "ofd")


def seed_of(kind, folder, kit):
    """A sound file of a kind, made from the bundled sample where the program can make it."""
    if kind in ("docx", "html"):
        return (SAMPLE / f"last-year.{kind}").read_bytes()
    report = flow.outline_file(SAMPLE / "last-year.docx", kit)
    if kind == "txt":
        return report.text.encode("gb18030")
    if kind == "pdf":
        from lawdraft.ui.pdf import write_pdf

        write_pdf(flow.lay_out(report, kit), folder / "seed.pdf")
        return (folder / "seed.pdf").read_bytes()
    return MADE[kind](report.text[:1500])


def rtf(text):
    body = "".join(rf"\u{ord(c) - 65536 if ord(c) > 32767 else ord(c)}?" for c in text)
    return (r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0 " + body + "}").encode("ascii")


def odt(text):
    body = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    names = "urn:oasis:names:tc:opendocument:xmlns"
    xml = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def ofd(text):
    return zipped({"OFD.xml": f"<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'>{text}</ofd:OFD>"})


def zipped(parts):
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def doc(text):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + text.encode("utf-16-le") * 3


def mht(text):
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return (head + f"<html><body><p>{text}</p></body></html>").encode()


MADE = {"rtf": rtf, "odt": odt, "ofd": ofd, "doc": doc, "mht": mht}


def mutated(data, chance):
    """Bytes changed, doubled, cut out, cut off or filled with rubbish."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made) or 1)
        width = chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(5):
            case 0:
                made[place : place + width] = chance.randbytes(width)
            case 1:
                del made[place : place + width]
            case 2:
                made[place:place] = made[place : place + width] * chance.choice((1, 2, 50))
            case 3:
                made[place : place + width] = b"\xff" * width
            case _:
                del made[max(1, place) :]
    return bytes(made) or b"\0"


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_no_damage_makes_a_reader_fall_over(kind, home, tmp_path, qapp):
    kit = flow.Kit()
    chance, data = random.Random(kind), seed_of(kind, tmp_path, kit)
    path = tmp_path / f"坏.{kind}"
    end, tried = time.monotonic() + SECONDS, 0
    while time.monotonic() < end and tried < 400:
        path.write_bytes(mutated(data, chance))
        begun = time.monotonic()
        with contextlib.suppress(LawdraftError):
            flow.outline_file(path, kit)
        assert time.monotonic() - begun < LONGEST
        tried += 1
    assert tried >= 10
