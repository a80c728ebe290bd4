#!/usr/bin/env python3
"""How long somebody waits for a page after a save. See README.md.

    bench/preview.py SITE [--saves 200] [--binary target/release/prospectus] [--page /en/...] [--file content/...]

From the moment the written file is closed until the preview has told the browser, the page was asked for and its first byte
is there. Saves change the prose of one record, its facts, and nothing, in turn; the page asked for is its own and, in
every fourth turn, the list that it stands in. The site is copied first."""
import argparse, os, re, shutil, socket, statistics, subprocess, sys, tempfile, threading, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Browser:
    """Listens for news of a preview as a browser does, and asks for pages."""

    def __init__(self, host, port):
        self.at = (host, port)
        self.news = socket.create_connection(self.at)
        self.news.sendall(b"GET /-prospectus/events HTTP/1.1\r\nHost: %s:%d\r\n\r\n" % (host.encode(), port))
        self.rest = b""

    def told(self):
        """Waits for the next news, and gives it back."""
        while True:
            found = re.search(rb"data: ?(\{.*?\})\r?\n", self.rest)
            if found:
                self.rest = self.rest[found.end():]
                return found.group(1)
            more = self.news.recv(65536)
            if not more:
                sys.exit("the preview ended")
            self.rest += more

    def first_byte(self, path):
        """Asks for a page; gives back when its first byte came, and all of it."""
        with socket.create_connection(self.at) as link:
            link.sendall(b"GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n" % (path.encode(), self.at[0].encode(), self.at[1]))
            first = link.recv(65536)
            came = time.perf_counter()
            parts = [first]
            while parts[-1]:
                parts.append(link.recv(1 << 20))
            return came, b"".join(parts)


def build_of(news):
    return int(re.search(rb'"build":(\d+)', news).group(1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--binary", type=Path, default=ROOT / "target" / "release" / "prospectus")
    parser.add_argument("--prose", required=True, help="a Markdown file of a record, below the site")
    parser.add_argument("--facts", required=True, help="the YAML file of the same record")
    parser.add_argument("--number", required=True, help="a pattern whose group is a number in the facts")
    parser.add_argument("--page", required=True, help="the record's page")
    parser.add_argument("--list", required=True, help="the list that it stands in")
    parser.add_argument("--only", choices=("prose", "facts"), help="saves of one kind")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between two saves")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        site = Path(folder) / "site"
        site.mkdir()
        for part in ("content", "themes"):
            if (options.site / part).exists():
                shutil.copytree(options.site / part, site / part)
        preview = subprocess.Popen([options.binary.resolve(), "serve", "--site", site, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            host, port = preview.stdout.readline().strip().strip("/").split("//")[1].split(":")
            measure(Browser(host, int(port)), site, options, preview.pid)
        finally:
            preview.kill()


def measure(browser, site, options, process):
    prose, facts = site / options.prose, site / options.facts
    texts = {prose: prose.read_text(), facts: facts.read_text()}
    number = re.search(options.number, texts[facts])
    if not number:
        sys.exit("%s has no number %s" % (options.facts, options.number))
    build = build_of(browser.told())
    for path in (options.page, options.list):
        browser.first_byte(path)
    waits = {"prose": [], "facts": []}
    pages = {"own": [], "list": []}
    for turn in range(options.saves):
        kind = options.only or ("prose", "facts")[turn % 2]
        path = prose if kind == "prose" else facts
        if kind == "prose":
            text = texts[prose] + "\n\nA word in turn %d.\n" % turn
        else:
            text = texts[facts][:number.start(1)] + str(10 + turn % 70) + texts[facts][number.end(1):]
        page = options.list if turn % 4 == 3 else options.page
        with open(path, "w") as file:
            file.write(text)
        closed = time.perf_counter()
        news = build
        while news <= build:
            news = build_of(browser.told())
        build = news
        came, answer = browser.first_byte(page)
        if kind == "prose" and page == options.page and b"turn %d." % turn not in answer:
            sys.exit("turn %d: the page shows old bytes" % turn)
        wait = (came - closed) * 1000
        waits[kind].append(wait)
        pages["list" if page == options.list else "own"].append(wait)
        time.sleep(options.pause)
    every = waits["prose"] + waits["facts"]
    say("all saves", every)
    say("  of prose", waits["prose"])
    say("  of facts", waits["facts"])
    say("  asking for its page", pages["own"])
    say("  asking for the list", pages["list"])
    status = Path("/proc/%d/status" % process)
    if status.exists():
        print("memory: %s, at most %s" % tuple(re.search(r"%s:\s+(.*)" % what, status.read_text()).group(1) for what in ("VmRSS", "VmHWM")))


def say(what, waits):
    if not waits:
        return
    waits = sorted(waits)
    at = lambda share: waits[min(len(waits) - 1, int(len(waits) * share))]
    print("%-22s median %7.1f ms   best %7.1f   90 %% %7.1f   worst %7.1f   of %d" % (what, statistics.median(waits), waits[0], at(0.9), waits[-1], len(waits)))


if __name__ == "__main__":
    main()
