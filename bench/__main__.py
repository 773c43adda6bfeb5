"""`make bench`: prints queries, CPU time and memory of every page with 5,000 and with 50,000 articles."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (5_000, 50_000)
QUERIES, CPU, GROWTH, MEMORY = 12, 8.0, 1.2, 200
GROWING = ("sitemap", "news sitemap")  # as long as the archive, or as what was published in two days: shown, not judged


def python(size, *command):
    """A process of its own, on the scratch database of that size."""
    env = {**os.environ, "BENCH_ARTICLES": str(size), "DJANGO_SETTINGS_MODULE": "bench.settings"}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def build(size):
    """The scratch database, kept in var/ until the models or this folder change."""
    folder = ROOT / "var" / "bench" / str(size)
    words = ROOT / "articles" / "reading" / "words.py"
    sources = [ROOT / "bench" / "archive.py", ROOT / "articles" / "index.py", words, *sorted(ROOT.glob("*/migrations/*.py"))]
    made_from = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    stamp = folder / "made-from"
    if stamp.is_file() and stamp.read_text() == made_from:
        return
    print(f"Filling {folder.relative_to(ROOT)} with {size:,} articles ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    python(size, "manage.py", "migrate", "--verbosity", "0")
    python(size, "-c", f"import django; django.setup(); from bench.archive import fill; fill({size})")
    python(size, "manage.py", "reindex")
    python(size, "-c", "import django; django.setup(); from django.db import connection; connection.cursor().execute('ANALYZE')")
    stamp.write_text(made_from)


def table(small, large):
    """One line a page; what misses the aim is marked, and said again at the end."""
    missed = []
    plain = [found["pages"]["one line"]["ms"] for found in (small, large)]
    print(f"\n{'':24}{'queries':>8}{'ms':>8}{'x plain':>9}{'ms':>9}{'x plain':>9}{'growth':>8}{'kB':>7}")
    print(f"{'':24}{'':>8}{SIZES[0]:>17,}{SIZES[1]:>18,}")
    for name, page in large["pages"].items():
        before = small["pages"][name]
        ratio, ratio_before = page["ms"] / plain[1], before["ms"] / plain[0]
        growth = ratio / ratio_before
        line = f"{name:24}{page['queries']:>8}{before['ms']:8.2f}{ratio_before:9.1f}{page['ms']:9.2f}{ratio:9.1f}{growth:8.2f}"
        odd = "" if page["status"] in (["200"], ["304"]) else f"  answered {', '.join(page['status'])}"
        print(f"{line}{page['bytes'] / 1024:7.0f}{odd}")
        if name in GROWING:
            continue
        if page["queries"] > QUERIES:
            missed.append(f"{name}: {page['queries']} queries, more than {QUERIES}")
        if page["ms"] > CPU:
            missed.append(f"{name}: {page['ms']:.1f} ms, more than {CPU:.0f}")
        if growth > GROWTH:
            missed.append(f"{name}: {growth:.2f} times as slow with ten times the archive, more than {GROWTH}")
    print(f"\nPeak memory of a process that served all of this: {small['memory']:.0f} and {large['memory']:.0f} MB")
    if large["memory"] > MEMORY:
        missed.append(f"memory: {large['memory']:.0f} MB, more than {MEMORY}")
    return missed


def main():
    for size in SIZES:
        build(size)
    small, large = (json.loads(python(size, "-m", "bench.measure")) for size in SIZES)
    missed = table(small, large)
    print("\nEvery aim is met." if not missed else "\nMissed:\n  " + "\n  ".join(missed))
    return 1 if missed else 0


sys.exit(main())
