#!/usr/bin/env bash
# Runs inside the Windows box (windows_box.sh run): installs the program as a user does, lets it work, takes
# a picture of its window, and uninstalls it again.   try_installed.sh SETUP.exe PICTURES
set -uo pipefail
setup=$1 pictures=$2
programs=$C/users/$(id -un)/AppData/Local/Programs/lawdraft
menu="$C/users/$(id -un)/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/法治报告助手.lnk"
mkdir -p "$pictures"  # a screen tall enough that the window is not maximised: nothing here manages windows
failed=0
says() { if "${@:2}"; then echo "ok    $1"; else echo "WRONG $1"; failed=1; fi; }
registered() { wine reg query "$1" </dev/null 2>/dev/null | grep -q "$2"; }

wine "$setup" /S </dev/null 2>&1 | cat
says "the installer lays the program" test -f "$programs/lawdraft.exe"
says "there is an entry in the start menu" test -f "$menu"
says "drafts open with the program" registered 'HKCU\Software\Classes\lawdraft.draft\shell\open\command' lawdraft.exe
says "it can be uninstalled from the settings" registered 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\lawdraft' uninstall.exe

mkdir -p "$C/试用 一" && cd "$C/试用 一"
wine "$programs/lawdraft-cli.exe" demo --out 'C:\试用 一\样例' </dev/null 2>&1 | cat
says "the demo makes a report" bash -c 'ls 样例/*.docx >/dev/null'
wine "$programs/lawdraft-cli.exe" survey 'C:\试用 一\样例' --out 'C:\试用 一\表.xlsx' </dev/null 2>&1 | cat
says "a folder is surveyed" test -s 表.xlsx
says "PDF comes out" bash -c "wine '$programs/lawdraft-cli.exe' export 样例/*.docx --out 'C:\\试用 一\\报告.pdf' </dev/null 2>&1 | cat; test -s 报告.pdf"

wine 'C:\py\python.exe' 'C:\app\packaging\lock_sample.py' 'C:\试用 一\加密.docx' 'C:\试用 一\密码.txt' </dev/null 2>&1 | cat
says "a locked file opens with its password" bash -c "wine '$programs/lawdraft-cli.exe' read 'C:\\试用 一\\加密.docx' --password-file 'C:\\试用 一\\密码.txt' --json </dev/null 2>&1 | grep -q 青禾镇"
deep=$(printf '很深的文件夹 一\\%.0s' $(seq 30))
mkdir -p "${deep//\\//}" && cp 样例/*.docx "${deep//\\//}/报告.docx"
says "paths are as long as they like" bash -c "wine '$programs/lawdraft-cli.exe' export 'C:\\试用 一\\${deep}报告.docx' --out 'C:\\试用 一\\${deep}再排.docx' </dev/null 2>&1 | cat; test -s '${deep//\\//}/再排.docx'"

draft=$(ls 样例/*.lawdraft | head -1)
wine "$programs/lawdraft.exe" "C:\\试用 一\\${draft//\//\\}" </dev/null >/dev/null 2>&1 &
for _ in $(seq 60); do
    sleep 1
    window=$(xdotool search --onlyvisible --name '法治报告助手' 2>/dev/null | head -1) && [ -n "$window" ] && break
done
sleep "${SETTLE:-6}"
says "the window opens" test -n "${window:-}"
import -window root "$pictures/window.png" 2>/dev/null
[ -n "${window:-}" ] && xdotool windowfocus "$window" 2>/dev/null; sleep 1
xdotool key alt+4 2>/dev/null; sleep 3
import -window root "$pictures/preview.png" 2>/dev/null
says "keys reach it" bash -c "! cmp -s '$pictures/window.png' '$pictures/preview.png'"
# A second start hands its file to the first window and leaves.
timeout 30 wine "$programs/lawdraft.exe" "C:\\试用 一\\${draft//\//\\}" </dev/null >/dev/null 2>&1
says "a second start leaves at once" test $? = 0
wineserver -k; wait 2>/dev/null; sleep 2

wine "$programs/uninstall.exe" /S '_?=C:\users\root\AppData\Local\Programs\lawdraft' </dev/null 2>&1 | cat
says "uninstalling takes the program away" test ! -e "$programs/lawdraft.exe" -a ! -e "$programs/_internal"
says "and its start menu entry" test ! -e "$menu"
says "and what it registered" bash -c "! wine reg query 'HKCU\\Software\\Classes\\lawdraft.draft' </dev/null >/dev/null 2>&1"
says "drafts stay" test -f "$C/试用 一/$draft"
exit $failed
