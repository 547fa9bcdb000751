"""Builds everything that is handed out; standard library alone until the build tools are there.

python3 packaging/build.py                  all that this machine can make, into out/dist
python3 packaging/build.py STEP…            only these steps, in this order
    frozen      the program as one folder (PyInstaller)          Windows; Linux for a try
    portable    that folder as a .zip, with the `portable` mark  Windows
    installer   the per-user installer (NSIS)                    Windows
    wheel       the Python wheel, with templates and resources   anywhere
    linux       desktop file, AppStream, icon as a .tar.gz       anywhere
    sums        SHA256SUMS.txt over all of them                  anywhere
    box         frozen, portable, installer in the Windows box   Debian, as root

--here takes the build tools from this very Python instead of out/build-tools.
LAWDRAFT_SIGN_PFX names a certificate: then the executables and the installer are signed
(LAWDRAFT_SIGN_PASSWORD_FILE holds its password, LAWDRAFT_SIGN_TIME a time stamp address).
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
OUT = ROOT / "out"
WORK = OUT / "build"
DIST = OUT / "dist"
FROZEN = WORK / "lawdraft"
WINDOWS = os.name == "nt"
EXE = ".exe" if WINDOWS else ""
ABOUT = (ROOT / "lawdraft" / "__init__.py").read_text(encoding="utf-8")
VERSION = re.search(r'__version__ = "(.+)"', ABOUT)[1]
MB = 10**6
LARGEST_FOLDER, LARGEST_INSTALLER = 110 * MB, 40 * MB  # docs/decisions/0030


def main():
    words = [word for word in sys.argv[1:] if word != "--here"]
    if any(word.startswith("-") or word not in STEPS for word in words):
        print(__doc__)
        return 2
    DIST.mkdir(parents=True, exist_ok=True)
    for word in words or usual_steps():
        print(f"== {word}", flush=True)
        STEPS[word]()
    return 0


def usual_steps():
    if WINDOWS:
        return ["frozen", "portable", "installer", "wheel", "sums"]
    box = subprocess.run(["bash", PACKAGING / "windows_box.sh", "able"], check=False)
    return ["wheel", "linux", *(["box"] if box.returncode == 0 else []), "sums"]


def tools():
    """A Python that has the program's libraries and the build tools."""
    if "--here" in sys.argv:
        return Path(sys.executable)
    folder = OUT / "build-tools"
    python = folder / ("Scripts" if WINDOWS else "bin") / f"python{EXE}"
    lists = [ROOT / "requirements" / f"{name}.txt" for name in ("build", "run", "pack")]
    stamp = folder / "stamp"
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in lists)).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        import venv  # the Python of the Windows box has none, and needs none

        venv.create(folder, with_pip=True, clear=True)
        for file in lists:
            pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
            must(*pip, "--require-hashes", "-r", file)
        stamp.write_text(wanted)
    return python


def frozen():
    """One folder, two executables; what Qt brings and nobody needs is left out (lawdraft.spec)."""
    python = tools()
    must(python, PACKAGING / "draw_icon.py", WORK)
    folders = ["--distpath", WORK, "--workpath", WORK / "pyinstaller"]
    own = {"LAWDRAFT_ICON": str(WORK / "lawdraft.ico"), "LAWDRAFT_VERSION": VERSION}
    own |= {
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "9",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "1767225600",
    }  # the same input, the same file
    spec = PACKAGING / "lawdraft.spec"
    must(python, "-m", "PyInstaller", "-y", "--log-level", "WARN", *folders, spec, environment=own)
    must(python, PACKAGING / "licences.py", FROZEN / "licences")
    for program in ("lawdraft", "lawdraft-cli"):
        sign(FROZEN / f"{program}{EXE}")
    size = sum(file.stat().st_size for file in FROZEN.rglob("*") if file.is_file())
    within(size, LARGEST_FOLDER, "the program's folder")


def portable():
    """The folder for a USB stick: the empty file `portable` keeps all user data beside it."""
    target = DIST / f"lawdraft-{VERSION}-windows-portable.zip"
    top = f"lawdraft-{VERSION}"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(FROZEN.rglob("*")):
            if file.is_file():
                packed.write(file, f"{top}/{file.relative_to(FROZEN).as_posix()}")
        packed.writestr(f"{top}/portable", "")
    print(f"{target.name}: {target.stat().st_size / MB:.1f} MB")


def installer():
    """The per-user installer; needs makensis of NSIS 3."""
    target = DIST / f"lawdraft-{VERSION}-windows-setup.exe"
    given = {"VERSION": VERSION, "FROZEN": FROZEN, "OUT": target, "ICON": WORK / "lawdraft.ico"}
    dash = "/" if WINDOWS else "-"
    defined = [f"{dash}D{name}={value}" for name, value in given.items()]
    script = PACKAGING / "installer.nsi"
    must(makensis(), f"{dash}V2", f"{dash}INPUTCHARSET", "UTF8", *defined, script)
    sign(target)
    within(target.stat().st_size, LARGEST_INSTALLER, "the installer")


def makensis():
    """NSIS where it is installed."""
    found = shutil.which("makensis")
    usual = [Path(os.environ.get(v, "C:/")) / "NSIS/makensis.exe" for v in NSIS_FOLDERS]
    found = found or next((str(path) for path in usual if path.exists()), None)
    if not found:
        sys.exit("makensis is missing: install NSIS 3 (Debian: apt-get install nsis).")
    return found


NSIS_FOLDERS = ("ProgramFiles(x86)", "ProgramFiles")


def wheel():
    """The Python wheel; hatchling puts templates and resources into it."""
    python = tools()
    before = {file.name: file.stat().st_mtime_ns for file in DIST.glob("*.whl")}
    must(python, "-m", "hatchling", "build", "-t", "wheel", "-d", DIST, folder=ROOT)
    made = [f for f in DIST.glob("*.whl") if before.get(f.name) != f.stat().st_mtime_ns]
    if not made:
        sys.exit("hatchling made no wheel.")
    with zipfile.ZipFile(made[0]) as packed:
        names = packed.namelist()
    if not any(name.endswith("_data/resources/laws.json") for name in names):
        sys.exit("The wheel has no resources in it.")


def linux():
    """What a Linux desktop wants to know of the program, to be unpacked into ~/.local or /usr."""
    must(tools(), PACKAGING / "draw_icon.py", WORK)
    places = {
        PACKAGING / "linux/lawdraft.desktop": "share/applications/lawdraft.desktop",
        PACKAGING / "linux/lawdraft.metainfo.xml": "share/metainfo/lawdraft.metainfo.xml",
        PACKAGING / "linux/lawdraft-mime.xml": "share/mime/packages/lawdraft.xml",
        WORK / "lawdraft.png": "share/icons/hicolor/256x256/apps/lawdraft.png",
        ROOT / "resources/icons/lawdraft.svg": "share/icons/hicolor/scalable/apps/lawdraft.svg",
    }
    with tarfile.open(DIST / f"lawdraft-{VERSION}-linux-desktop.tar.gz", "w:gz") as packed:
        for file, name in places.items():
            packed.add(file, name)


def box():
    """The Windows steps in a Windows made of Debian packages; the results come back here."""
    script = PACKAGING / "windows_box.sh"
    must("bash", script, "make")
    lists = [ROOT / "requirements" / f"{name}.txt" for name in ("dev", "pack", "box")]
    must("bash", script, "wheels", *lists)
    drive = Path(read("bash", script, "where").strip())
    lay_checkout(drive / "app")
    must("bash", script, "python", "packaging\\build.py", "--here", "frozen", "portable")
    must("bash", script, "run", f"cd $C/app; {BOX_INSTALLER}")
    for made in sorted((drive / "app/out/dist").glob("lawdraft-*windows*")):
        shutil.copy2(made, DIST / made.name)
        print(f"{made.name}: {made.stat().st_size / MB:.1f} MB")
    within_box = drive / "app/out/dist" / f"lawdraft-{VERSION}-windows-setup.exe"
    within(within_box.stat().st_size, LARGEST_INSTALLER, "the installer")


# Debian's makensis stands in for the one of Windows: both read the same script.
BOX_INSTALLER = (
    f"makensis -V2 -INPUTCHARSET UTF8 -DX64 -DVERSION={VERSION} -DFROZEN=$C/app/out/build/lawdraft "
    f"-DOUT=$C/app/out/dist/lawdraft-{VERSION}-windows-setup.exe "
    "-DICON=$C/app/out/build/lawdraft.ico packaging/installer.nsi"
)


def lay_checkout(target):
    """The checkout's own files, those not yet committed too, without what was built from them."""
    listed = read("git", "ls-files", "-co", "--exclude-standard", folder=ROOT).splitlines()
    kept = target / "out"
    for old in target.iterdir() if target.exists() else ():
        if old != kept:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    for name in listed:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def sums():
    """SHA-256 of everything in out/dist, in the form that sha256sum -c reads."""
    files = [f for f in sorted(DIST.iterdir()) if f.is_file() and f.name != "SHA256SUMS.txt"]
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files]
    (DIST / "SHA256SUMS.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    print("".join(lines), end="")


def sign(file):
    """Sign where a certificate is named; said aloud where none is."""
    certificate = os.environ.get("LAWDRAFT_SIGN_PFX")
    if not certificate:
        print(f"not signed (LAWDRAFT_SIGN_PFX is not set): {file.name}")
        return
    password = Path(os.environ["LAWDRAFT_SIGN_PASSWORD_FILE"])
    stamp = os.environ.get("LAWDRAFT_SIGN_TIME")
    if WINDOWS:
        words = ["signtool", "sign", "/fd", "SHA256", "/f", certificate]
        words += ["/p", password.read_text(encoding="utf-8").strip()]
        must(*words, *(["/tr", stamp, "/td", "SHA256"] if stamp else []), file)
        return
    signed = file.with_suffix(".signed")
    words = ["osslsigncode", "sign", "-h", "sha256", "-pkcs12", certificate]
    words += ["-readpass", password, "-n", "法治报告助手", *(["-ts", stamp] if stamp else [])]
    must(*words, "-in", file, "-out", signed)
    signed.replace(file)


def within(size, limit, what):
    print(f"{what}: {size / MB:.1f} MB (at most {limit // MB})", flush=True)
    if size > limit:
        sys.exit(f"{what} is too large.")


def must(*command, environment=None, folder=None):
    words = [str(word) for word in command]
    own = {**os.environ, **(environment or {})}
    if subprocess.run(words, cwd=folder or ROOT, env=own, check=False).returncode:
        sys.exit(f"This failed: {' '.join(words)}")


def read(*command, folder=None):
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout


STEPS = {
    "frozen": frozen,
    "portable": portable,
    "installer": installer,
    "wheel": wheel,
    "linux": linux,
    "box": box,
    "sums": sums,
}

if __name__ == "__main__":
    sys.exit(main())
