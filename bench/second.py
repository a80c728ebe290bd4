#!/usr/bin/env python3
"""What a second build costs, as a share of a full one. See README.md.

    bench/second.py SITE --prose content/… --facts content/… --number 'latitude: (\\d+)' [--before BINARY] [--runs 9]

Builds the site into one output again and again, in turns: all of it by the program before (or by this one with `--fresh`),
then with nothing changed, with another sentence in one text, with another number in one record. The site is copied first, and each
second build is held to a clean one at the end. Medians, with the share of a full build, and the peak memory."""
import argparse, filecmp, os, re, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(command):
    """Seconds of wall clock, seconds of CPU and peak memory in MB of a command; what it said last."""
    # Nobody saves and builds within the time in which a file system counts: what is so new is read to be sure.
    time.sleep(0.1)
    begin = time.perf_counter()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("%s failed:\n%s" % (command[0], said[-4000:]))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def same(one, other):
    """The paths of files that are others in two trees."""
    compared, others = [filecmp.dircmp(one, other)], []
    while compared:
        here = compared.pop()
        others += [os.path.join(here.left, name) for name in here.left_only + here.right_only + here.funny_files]
        _, mismatch, errors = filecmp.cmpfiles(here.left, here.right, here.common_files, shallow=False)
        others += [os.path.join(here.left, name) for name in mismatch + errors]
        compared += here.subdirs.values()
    return others


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--prose", required=True, help="a Markdown file of a record, below the site")
    parser.add_argument("--facts", required=True, help="the YAML file of a record")
    parser.add_argument("--number", required=True, help="a pattern whose group is a number in the facts")
    parser.add_argument("--binary", type=Path, default=ROOT / "target" / "release" / "prospectus")
    parser.add_argument("--before", type=Path, help="the program that a full build is made by")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        folder = Path(folder)
        site = folder / "site"
        site.mkdir()
        for part in ("content", "themes"):
            if (options.site / part).exists():
                shutil.copytree(options.site / part, site / part)
        prose, facts = site / options.prose, site / options.facts
        text, number = prose.read_text(), 0
        build = [options.binary.resolve(), "build", "--site", site, "--cache", folder / "cache", "--output", folder / "output"]
        whole = [options.before.resolve() if options.before else options.binary.resolve(), "build", "--site", site, "--output", folder / "whole"]
        whole += [] if options.before else ["--fresh"]
        kinds = ["full build", "nothing changed", "one text", "one number", "a first build, with its cache"]
        seen = {kind: [] for kind in kinds}
        run(build), run(whole)
        for turn in range(options.runs):
            seen["full build"].append(run(whole))
            seen["nothing changed"].append(run(build))
            prose.write_text(text + "\n\nAnother sentence, %d.\n" % turn)
            seen["one text"].append(run(build))
            old = facts.read_text()
            at = re.search(options.number, old)
            number = (int(at.group(1)) + 1) % 90
            facts.write_text(old[:at.start(1)] + str(number) + old[at.end(1):])
            seen["one number"].append(run(build))
            first = build[:-3] + [folder / "first-cache", "--output", folder / "first"]
            seen["a first build, with its cache"].append(run(first))
            shutil.rmtree(folder / "first")
            shutil.rmtree(folder / "first-cache")
        run(build[:2] + ["--fresh", "--site", site, "--output", folder / "clean"])
        others = same(folder / "output", folder / "clean")
        median = lambda kind, at: statistics.median(sample[at] for sample in seen[kind])
        full = median("full build", 0)
        print("%-32s %9s %9s %9s %9s" % ("", "wall", "CPU", "memory", "of a full"))
        for kind in kinds:
            print("%-32s %6.0f ms %6.0f ms %6.0f MB %7s" % (kind, median(kind, 0) * 1000, median(kind, 1) * 1000, median(kind, 2), "1/%.1f" % (full / median(kind, 0))))
        print("the output is that of a clean build" if not others else "DIFFERS: %s" % others[:5])
        sys.exit(bool(others))


main()
