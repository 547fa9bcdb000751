"""The slowest and the largest of the hostile files, each read by a command of its own."""

import io
import subprocess
import sys
import time
import zipfile

import pytest

SECONDS, MEMORY = 10.0, 1 << 30
BOMB = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"


def bomb():
    """A .docx of a few KB that swells to 300 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", BOMB + "<w:p/>" * 50_000_000)
    return buffer.getvalue()


FILES = {
    "bomb.docx": bomb,
    "deep.html": lambda: b"<div>" * 2_000_000,
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 5_000_000,
    "long line.txt": lambda: "长".encode() * 20_000_000,
    "many lines.txt": lambda: "一、工作\n".encode() * 3_000_000,
    "noise.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 20_000_000,
    "noise.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj\n" * 400_000,
}


def measure(path):
    """Seconds, and the largest process' memory, of `outline` on a file; its one sentence."""
    import resource

    begun = time.perf_counter()
    words = [sys.executable, "-m", "lawdraft", "outline", str(path), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    taken = time.perf_counter() - begun
    return taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, done


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="measures as POSIX does")
def test_hostile_files_stay_within_their_bounds(tmp_path, request, record):
    for name, make in FILES.items():
        (tmp_path / name).write_bytes(make())
    folders = [tmp_path]
    beside = request.config.rootpath.parent / "shared/formats/samples/hostile"
    folders += [beside] if beside.is_dir() else []
    slowest, largest, wordy = (0.0, ""), 0, []
    for path in (each for folder in folders for each in sorted(folder.iterdir())):
        taken, memory, done = measure(path)
        slowest, largest = max(slowest, (taken, path.name)), max(largest, memory)
        if done.returncode not in (0, 2) or len(done.stderr.strip().splitlines()) > 1:
            wordy.append(path.name)
    record("slowest hostile file (s)", "≤ 10 s", slowest[0], note=slowest[1])
    record("memory of the largest process on hostile files (GB)", "≤ 1 GB", largest / (1 << 30))
    record(
        "hostile files told in anything but one sentence", "≤ 0", len(wordy), note=" ".join(wordy)
    )
    assert not wordy
