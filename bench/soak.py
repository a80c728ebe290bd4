#!/usr/bin/env python3
"""Edits a site at random under its preview, at full speed, and holds what is served to a clean build of the same state.

    bench/soak.py SITE [--minutes 60] [--seed 0] [--binary target/release/prospectus] [--files 60]

Each round edits, adds, renames and removes files without waiting, now and then many at once, then waits until the preview has
settled, builds the site as it is, and compares files chosen at random, bytes for bytes. Where the build has errors the preview
must tell of one. A missed change, a stale page or growing memory ends it; the seed is printed. The site is copied first."""
import argparse, json, os, random, re, shutil, socket, subprocess, sys, tempfile, time, urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = re.compile(rb'<script src="/-prospectus/reload\.js"[^>]*></script>')
GROWTH = 1.5      # how much larger than after the first rounds the preview may become
WARM = 5          # rounds before that is looked at


class Preview:
    def __init__(self, binary, site):
        self.process = subprocess.Popen([binary, "serve", "--site", site, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip().rstrip("/")
        host, port = self.address.split("//")[1].split(":")
        self.news = socket.create_connection((host, int(port)))
        self.news.sendall(("GET /-prospectus/events HTTP/1.1\r\nHost: %s:%s\r\n\r\n" % (host, port)).encode())
        self.rest, self.told = b"", {}

    def settle(self, quiet=1.5, patience=120):
        """Waits until all pages of the last build are made and nothing is told for a while."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.news.settimeout(quiet)
            try:
                self.rest += self.news.recv(65536)
            except TimeoutError:
                if self.told.get("complete") or self.findings("error"):
                    return
                continue
            for found in re.finditer(rb"data: ?(\{.*?\})\r?\n", self.rest):
                self.told = json.loads(found.group(1))
            self.rest = self.rest[self.rest.rfind(b"\n") + 1:]
        sys.exit("the preview does not settle: %s" % self.told)

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + "/" + path) as answer:
                return answer.read()
        except urllib.error.HTTPError:
            return None

    def findings(self, severity):
        return [finding for finding in json.loads(self.get("-prospectus/findings.json"))["diagnostics"] if finding["severity"] == severity]

    def memory(self):
        return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/%d/status" % self.process.pid).read_text()).group(1)) / 1024


def files_of(site):
    return sorted(path for part in ("content", "themes") for path in (site / part).rglob("*") if path.is_file())


def edit(site, original, chance):
    """One edit; gives back what it was."""
    files = files_of(site)
    path = chance.choice(files)
    kind = chance.randrange(12)
    if path.name == "site.yaml":
        return "left"
    if kind == 0 and len(files) > 20:
        path.unlink()
        return "removed"
    if kind == 1:
        path.rename(path.with_name("x" + str(chance.randrange(100)) + path.name))
        return "renamed"
    if kind == 2 and path.parent.parent.name == "content":
        target = path.parent.with_name("copy%d" % chance.randrange(100))
        if not target.exists():
            shutil.copytree(path.parent, target)
        return "copied a folder"
    if kind == 3:
        path.touch()
        return "touched"
    if kind in (4, 5):
        # Takes everything back, as a checkout does.
        for part in ("content", "themes"):
            shutil.rmtree(site / part, ignore_errors=True)
            if (original / part).exists():
                shutil.copytree(original / part, site / part)
        return "checked out"
    try:
        text = path.read_text()
    except UnicodeDecodeError:
        return "left"
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    if kind < 9 and path.suffix == ".md":
        lines.append("\nA sentence of turn %d.\n" % chance.randrange(10**6))
    elif re.search(r"\d", lines[at]):
        lines[at] = re.sub(r"\d", str(chance.randrange(10)), lines[at], count=1)
    else:
        lines[at] += " neu"
    new = "\n".join(lines)
    if chance.random() < 0.5:
        other = path.with_name(path.name + "~")
        other.write_text(new)
        other.rename(path)
    else:
        path.write_text(new)
    return "edited"


def difference(made, served):
    at = next((at for at, (one, other) in enumerate(zip(made, served)) if one != other), min(len(made), len(served)))
    return "made:   %r\nserved: %r" % (made[max(0, at - 80):at + 120], served[max(0, at - 80):at + 120])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--binary", type=Path, default=ROOT / "target" / "release" / "prospectus")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        site, original, output = Path(folder) / "site", Path(folder) / "original", Path(folder) / "output"
        for target in (site, original):
            target.mkdir()
            for part in ("content", "themes"):
                if (options.site / part).exists():
                    shutil.copytree(options.site / part, target / part)
        preview = Preview(options.binary.resolve(), site)
        address = re.search(r"^base_url: *[\"']?[a-z]+://[^/\s\"']+([^\s\"'#]*)", (site / "content" / "site.yaml").read_text(), re.M)
        preview.base = address.group(1).rstrip("/") if address else ""
        try:
            soak(preview, (site, original, output), options, chance)
        finally:
            preview.process.kill()


def soak(preview, folders, options, chance):
    site, original, output = folders
    end, rounds, edits, compared, sound, first = time.monotonic() + options.minutes * 60, 0, 0, 0, 0, None
    while time.monotonic() < end:
        done = [edit(site, original, chance) for _ in range(chance.choice((1, 1, 1, 2, 5, 40)))]
        if chance.random() < 0.6:
            done.append(edit(site, original, random.Random(4)) if chance.random() < 0.1 else "")
        edits += len(done)
        preview.settle()
        built = subprocess.run([options.binary.resolve(), "build", "--site", site, "--output", output, "--no-sync", "--base-url", preview.address + preview.base, "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        where = "seed %d, round %d, after %s" % (options.seed, rounds, done)
        if built.returncode:
            if not preview.findings("error"):
                sys.exit("%s: the build has errors and the preview tells of none\n%s" % (where, built.stderr[:2000]))
        else:
            sound += 1
            if preview.findings("error"):
                sys.exit("%s: the preview tells of errors that are none: %s" % (where, preview.findings("error")[:2]))
            names = sorted(str(path.relative_to(output)) for path in output.rglob("*") if path.is_file() and path.name != "manifest.json")
            for name in chance.sample(names, min(options.files, len(names))):
                served = preview.get(preview.base.lstrip("/") + ("/" if preview.base else "") + urllib.request.quote(name))
                made = (output / name).read_bytes()
                if served is None or SCRIPT.sub(b"", served) != made:
                    sys.exit("%s: %s is not as a clean build makes it\n%s" % (where, name, difference(made, SCRIPT.sub(b"", served or b""))))
                compared += 1
        rounds += 1
        if rounds == WARM:
            first = preview.memory()
        if first and preview.memory() > first * GROWTH + 20:
            sys.exit("%s: the preview grew from %.0f to %.0f MB" % (where, first, preview.memory()))
    print("%d edits in %d rounds, %d without errors; %d files as a clean build makes them; %.0f MB after %d rounds, %.0f MB at the end" % (edits, rounds, sound, compared, first or 0, WARM, preview.memory()))


if __name__ == "__main__":
    main()
