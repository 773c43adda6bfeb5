#!/bin/sh
# Makes .venv and puts into it what FILE lists: deploy/install.sh requirements.txt
# A copy of the list is kept in .venv, so that the next call has nothing to do until the list changes.
set -eu
cd "$(dirname "$0")/.."
wanted=$1
kept=.venv/$wanted

if [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null; then
    cmp -s "$wanted" "$kept" && exit 0
else
    python=
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            break
        fi
    done
    if [ -z "$python" ]; then
        echo "Python 3.11 or newer is needed; this machine's is: $(python3 --version 2>&1 || echo none)." >&2
        echo "Install one, or name it: make run PYTHON=/path/to/python3.12" >&2
        exit 1
    fi
    echo "Making .venv with $("$python" --version) ..."
    rm -rf .venv
    if ! "$python" -m venv .venv; then
        rm -rf .venv
        echo "$python cannot make an environment. On Debian and Ubuntu: apt install python3-venv" >&2
        exit 1
    fi
fi

echo "Installing what $wanted lists ..."
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$wanted"
cp "$wanted" "$kept"
