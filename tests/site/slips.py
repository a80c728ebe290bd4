"""Changes one thing in a copy of the report, as a slip of an editor would, and holds `check` to finding it at its place.

    python3 slips.py PROGRAM SITE

The slips lie in `expected/slips.json` of the site. The report itself must be free of the finding that a slip brings. Exits 1 if
any slip passes unseen.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple


class Slip(NamedTuple):
    """What is changed and what must be said of it."""

    name: str
    """File below the site, what stands there (a regular expression, which must be found), and what takes its place."""
    edits: list[tuple[str, str, str]]
    """Code of the finding."""
    code: str
    """File of the finding (a regular expression, searched for)."""
    path: str
    """Words of its message (a regular expression, searched for)."""
    words: str = ""


class Twin(NamedTuple):
    """A record that is copied, for the slip that copies one."""

    record: str
    copy: str


def read(file: Path) -> tuple[list[Slip], Twin]:
    """The slips that lie beside the report."""
    data = json.loads(file.read_text("utf-8"))
    slips = []
    for slip in data["slips"]:
        edits = [(edit["file"], edit["pattern"], edit["text"]) for edit in slip["edits"]]
        slips.append(Slip(slip["name"], edits, slip["code"], slip["path"], slip.get("words", "")))
    return slips, Twin(data["twin"]["of"], data["twin"]["as"])


def findings(program: str, site: Path) -> list[dict]:
    """What `check` finds, notes included."""
    command = [program, "check", "--format", "json", "--site", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return json.loads(run.stdout)["diagnostics"]


def change(site: Path, edits: list[tuple[str, str, str]]) -> dict[Path, str | None]:
    """Makes the edits; gives what stood in the files before."""
    before: dict[Path, str | None] = {}
    for path, pattern, text in edits:
        file = site / path
        old = file.read_text(encoding="utf-8") if file.exists() else None
        before.setdefault(file, old)
        new, count = re.subn(pattern, text, old or "", count=1)
        if count == 0:
            sys.exit(f"{path} does not hold {pattern!r}: the slip must be written anew")
        if new or old is None:
            file.write_text(new, encoding="utf-8")
        else:
            file.unlink()
    return before


def take_back(before: dict[Path, str | None]) -> None:
    """Undoes what `change` did."""
    for file, text in before.items():
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")


def is_told(slip: Slip, found: list[dict]) -> bool:
    """Whether one of the findings is the one that the slip must bring."""
    return any(
        re.fullmatch(slip.code, finding["code"])
        and re.search(slip.path, finding["path"])
        and re.search(slip.words, finding["message"])
        for finding in found
    )


def is_twin_told(twin: Twin, program: str, site: Path, clean: list[dict]) -> bool:
    """Whether a record that is written twice under two ids is named."""
    shutil.copytree(site / twin.record, site / twin.copy)
    for text in (site / twin.copy).glob("*.md"):
        text.write_text(re.sub(r"(?m)^slug: .*\n", "", text.read_text(encoding="utf-8")), encoding="utf-8")
    found = findings(program, site)
    shutil.rmtree(site / twin.copy)
    told = [finding for finding in found if finding["code"] == "not-unique" and finding not in clean]
    return any(Path(twin.copy).name in finding["path"] for finding in told)


def main() -> None:
    program, source = sys.argv[1:]
    slips, twin = read(Path(source) / "expected/slips.json")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for part in ("content", "themes"):
            shutil.copytree(Path(source) / part, site / part)
        clean = findings(program, site)
        failed = []
        for slip in slips:
            if is_told(slip, clean):
                failed.append(f"{slip.name}: the report has that finding already")
                continue
            before = change(site, slip.edits)
            found = findings(program, site)
            take_back(before)
            if not is_told(slip, [finding for finding in found if finding not in clean]):
                codes = sorted({finding["code"] for finding in found if finding not in clean})
                failed.append(f"{slip.name}: not found (but {', '.join(codes) or 'nothing'})")
        if not is_twin_told(twin, program, site, clean):
            failed.append("a record is written twice: not found")
    print(f"{len(slips) + 1} slips, {len(failed)} not found")
    print("\n".join(failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
