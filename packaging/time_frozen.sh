#!/usr/bin/env bash
# Runs inside the Windows box (windows_box.sh run), after `build.py frozen`: how long the built program takes
# until its window stands, and its memory then, against an empty window built in the same way. Smallest of
# some rounds, taken in turn; wine's own start is in both.   time_frozen.sh [ROUNDS]
set -uo pipefail
work=$C/app/out/bare rounds=${1:-5}
mkdir -p "$work" && cd "$work" && rm -f bare.txt ours.txt
cat >bare.py <<'PY'
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setWindowTitle("BareWindow")
window.resize(1240, 720)
window.show()
app.exec()
PY
[ -f dist/bare/bare.exe ] || wine 'C:\py\python.exe' -m PyInstaller -y --windowed --log-level ERROR \
    --exclude-module PySide6.QtNetwork --exclude-module tkinter bare.py </dev/null 2>&1 | tail -2 | cat

# milliseconds until a window of that title stands, and the process' memory in KB
start() {
    local begun shown pid memory
    begun=$(date +%s%N)
    wine "$1" </dev/null >/dev/null 2>&1 &
    until xdotool search --onlyvisible --name "$2" >/dev/null 2>&1; do
        sleep 0.005
        [ $(($(date +%s%N) - begun)) -lt 60000000000 ] || return 1
    done
    shown=$(date +%s%N)
    pid=$(grep -l "^$3" /proc/[0-9]*/comm | head -1 | cut -d/ -f3)
    memory=$(awk '/^VmRSS/ {print $2}' "/proc/$pid/status")
    kill -9 "$pid"
    wait 2>/dev/null
    echo "$(((shown - begun) / 1000000)) $memory"
}
smallest() { sort -n | head -1; }

wine wineboot </dev/null >/dev/null 2>&1
for _ in $(seq "$rounds"); do
    start "$work/dist/bare/bare.exe" BareWindow bare.exe >>bare.txt
    start "$C/app/out/build/lawdraft/lawdraft.exe" 法治报告助手 lawdraft.exe >>ours.txt
done
for column in 1 2; do
    bare=$(cut -d' ' -f$column bare.txt | smallest) ours=$(cut -d' ' -f$column ours.txt | smallest)
    echo "$([ $column = 1 ] && echo 'window stands (ms)' || echo 'memory then (KB)'): bare $bare, ours $ours, ratio $(awk "BEGIN{printf \"%.2f\", $ours/$bare}")"
done
rm -f bare.txt ours.txt
