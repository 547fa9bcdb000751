#!/usr/bin/env python3
"""Sets everything up and runs it; standard library alone, so that a fresh machine can start here.

python3 dev.py demo [--window]   the whole way on the bundled sample (--window: then open it)
python3 dev.py test [ARG…]       format, lint, types, arrows, tests (ARG… goes to pytest)
python3 dev.py rendered          pages rendered by LibreOffice and measured (Debian)
python3 dev.py bench             every benchmark, with its goal
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OUT = ROOT / "out"

# What Qt opens at run time → the Debian package that holds it. Wheels bring everything else.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHINESE_FONT = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk")
RENDERING = ("libreoffice-writer-nogui", "poppler-utils", "fontconfig", "fonts-noto-cjk")


def main() -> int:
    """Run the named task; returns its exit status."""
    tasks = {"demo": demo, "test": test, "rendered": rendered, "bench": bench}
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in tasks:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        print(f"lawdraft needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    return tasks[name](sys.argv[2:])


def demo(arguments: list[str]) -> int:
    """Last year's sample in, this year's .docx out, headless; with --window the program too."""
    packages({}, needed_for="")
    environment("run")
    status = run(PYTHON, "-m", "lawdraft", "demo", "--out", OUT / "demo")
    if status == 0 and "--window" in arguments:
        packages(WINDOW_LIBRARIES | SCREEN_LIBRARIES, needed_for="the window")
        drafts = sorted((OUT / "demo").glob("*.lawdraft"))
        status = run(PYTHON, "-m", "lawdraft", "open", *drafts[:1])
    return status


def test(arguments: list[str]) -> int:
    """The five commands that must be green, in order; stops at the first that is not."""
    ready = packages(WINDOW_LIBRARIES, needed_for="the tests of the window")
    environment("dev")
    chosen = arguments or ["tests", "-m", "not slow and not rendered", "--ignore=tests/benchmarks"]
    if not ready:
        print("** tests/ui is left out: the packages named above are missing **", flush=True)
        chosen += ["--ignore=tests/ui"]
    commands = (
        (BIN / "ruff", "check"),
        (BIN / "ruff", "format", "--check"),
        (BIN / "mypy",),
        (BIN / "lint-imports",),
        (PYTHON, "-m", "pytest", "-q", *chosen),
    )
    return next((status for c in commands if (status := run(*c))), 0)


def rendered(arguments: list[str]) -> int:
    """The slower tests: pages through LibreOffice, kills, long fuzzing."""
    packages(WINDOW_LIBRARIES, needed_for="the tests of the window")
    environment("dev")
    if shutil.which("apt-get"):
        missing = [] if shutil.which("soffice") and shutil.which("pdftoppm") else [*RENDERING]
        install_or_name(missing, "the rendered pages")
    status = run(PYTHON, ROOT / "packaging" / "stand_in_fonts.py", OUT / "fonts")
    chosen = arguments or ["tests", "-m", "slow or rendered", "--ignore=tests/benchmarks"]
    return status or run(PYTHON, "-m", "pytest", "-q", *chosen)


def bench(arguments: list[str]) -> int:
    """Every benchmark, as ratios where a machine could blur them; all of them renew docs/performance.md."""
    if not arguments:
        os.environ["LAWDRAFT_BENCH"] = str(ROOT / "docs" / "performance.md")
    packages(WINDOW_LIBRARIES, needed_for="the window")
    environment("dev")
    patient = ("-o", "faulthandler_timeout=900")  # making 10,000 reports takes a while
    return run(PYTHON, "-m", "pytest", "-q", "-s", *patient, "tests/benchmarks", *arguments)


def environment(which: str) -> None:
    """Make .venv, install requirements/WHICH.txt (pinned, hashed) and this checkout, once."""
    stamps = [VENV / f"installed-{name}" for name in {which, "dev"}]
    if PYTHON.exists() and any(s.exists() and s.read_text() == stamp_of(s) for s in stamps):
        return
    if not PYTHON.exists():
        make_venv()
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for name in ("build", which):
        print(f"installing requirements/{name}.txt …", flush=True)
        wanted = ROOT / "requirements" / f"{name}.txt"
        must(*pip, "--require-hashes", "-r", wanted)
    must(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    stamp = VENV / f"installed-{which}"
    stamp.write_text(stamp_of(stamp))


def must(*command: object) -> None:
    """Run a command that everything else needs."""
    if run(*command):
        sys.exit("The packages could not be installed; the lines above say why.")


def stamp_of(stamp: Path) -> str:
    """What a stamp must hold to stand for today's requirements."""
    which = stamp.name.removeprefix("installed-")
    files = [ROOT / "requirements" / f"{which}.txt", ROOT / "pyproject.toml"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def make_venv() -> None:
    """A fresh .venv; Debian keeps the part that brings pip in a package of its own."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        version = f"python3.{sys.version_info.minor}-venv"
        if not install_or_name([version], "the virtual environment"):
            sys.exit(1)
    venv.create(VENV, with_pip=True, clear=True)


def packages(libraries: dict[str, str], *, needed_for: str) -> bool:
    """See to it that shared libraries and a Chinese font are there (Debian); True when they are."""
    if not sys.platform.startswith("linux") or not libraries:
        return True
    missing = [package for library, package in libraries.items() if not loads(library)]
    if not Path(CHINESE_FONT[0]).exists() and not chinese_font_known():
        missing.append(CHINESE_FONT[1])
    return install_or_name(missing, needed_for)


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def chinese_font_known() -> bool:
    """Whether fontconfig knows any Chinese font."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def install_or_name(missing: list[str], needed_for: str) -> bool:
    """Install Debian packages when root; else name them. True when nothing is missing any more."""
    if not missing:
        return True
    words = " ".join(missing)
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"installing Debian packages for {needed_for}: {words}", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing]
        subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
        done = subprocess.run(install, env=quiet, check=False, stdout=subprocess.DEVNULL)
        return done.returncode == 0
    print(f"For {needed_for}, please install: sudo apt-get install {words}", flush=True)
    return False


def run(*command: object) -> int:
    """Run a command in the checkout with its own folders for user data; returns its status."""
    own = {
        "LAWDRAFT_HOME": str(OUT / "home"),
        "PYTHONUTF8": "1",
    }
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env={**os.environ, **own}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
