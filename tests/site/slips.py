"""Changes one thing in a copy of the report, as a slip of an editor would, and holds `check` to finding it at its place.

    python3 slips.py PROGRAM SITE

Each slip is one from an audit of the report. The report itself must be free of the finding that the slip brings. Exits 1
if any slip passes unseen.
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


CENTERS = "content/centers"
FIGURES = "content/figures"
APPLIANCES = "content/chains/smart-home-appliances"
SLIPS = [
    Slip(
        "the level of a center is another",
        [(f"{CENTERS}/bearings/facts.yaml", r"level: provincial", "level: national")],
        "figure-mismatch",
        "regions/shandong.yaml",
        "National centers",
    ),
    Slip(
        "a source is removed",
        [("content/sources/repost-new-yarns-fabrics-2021-03-26.yaml", r"(?s).*", "")],
        "unknown-reference",
        "centers/new-yarns-fabrics/facts.yaml",
        "repost-new-yarns-fabrics-2021-03-26",
    ),
    Slip(
        "a date is only a year, and the year straddles a day that was counted",
        [(f"{CENTERS}/national-smart-household-appliances/facts.yaml", r"since: 2021-11\b", "since: 2022")],
        "figure-straddles",
        "regions/shandong.yaml",
        "national-smart-household-appliances",
    ),
    Slip(
        "fewer are reported than are listed",
        [(f"{FIGURES}/provincial-centers.yaml", r"is: 22\n", "is: 7\n")],
        "figure-mismatch",
        "figures/provincial-centers",
        "7",
    ),
    Slip(
        "a province reports another number",
        [("content/regions/shandong.yaml", r"is: 2\n(\s+)by: 2022-02-28", r"is: 3\n\1by: 2022-02-28")],
        "figure-mismatch",
        "",
    ),
    Slip(
        "a stage begins in a year to come",
        [(f"{CENTERS}/new-yarns-fabrics/facts.yaml", r"since: 2021-03-25", "since: 2030")],
        "after-as-of",
        "centers/new-yarns-fabrics|site.yaml",
    ),
    Slip(
        "a number of a fact changes and the texts keep the old one",
        [(f"{APPLIANCES}/facts.yaml", r"is: 470\b", "is: 480")],
        "near-miss",
        "chains/smart-home-appliances",
        "470",
    ),
    Slip(
        "a number in words differs between languages",
        [(f"{CENTERS}/national-advanced-printing-dyeing/de.md", r"\bvier Pilot", "fünf Pilot")],
        "digits-differ",
        "national-advanced-printing-dyeing/de.md",
    ),
    Slip(
        "a number of a summary differs between languages",
        [("content/chains/agricultural-machinery/de.md", r"\b42 Schwerpunkt", "43 Schwerpunkt")],
        "digits-differ",
        "chains/agricultural-machinery/de.md",
        "43|42",
    ),
    Slip(
        "a history is out of order",
        [(f"{CENTERS}/new-yarns-fabrics/facts.yaml", r"since: 2021-03-25", "since: 2017-01")],
        "history",
        "centers/new-yarns-fabrics/facts.yaml",
    ),
    Slip(
        "a fact begins after all that its sources could have known",
        [(f"{CENTERS}/bearings/facts.yaml", r"by: 2022-02\b", "since: 2023-06")],
        "later-than-source",
        "centers/bearings/facts.yaml",
    ),
    Slip(
        "an internal note lies in the folder of a record",
        [(f"{CENTERS}/bearings/internal-note.docx", r"", "confidential")],
        "unnamed-file",
        "centers/bearings/internal-note.docx",
    ),
    Slip(
        "a blank is not filled when the site is published",
        [("content/pages/home/en.md", r"\Z", "\n\n[[to fill: the name of the office]]\n")],
        "to-fill",
        "pages/home/en.md",
    ),
]
"""A record that is copied, for the slip that copies one."""
TWIN = (f"{CENTERS}/bearings", f"{CENTERS}/bearings-again")


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


def twin(program: str, site: Path, clean: list[dict]) -> bool:
    """A center that is written twice under two ids: both must be named."""
    shutil.copytree(site / TWIN[0], site / TWIN[1])
    for text in (site / TWIN[1]).glob("*.md"):
        text.write_text(re.sub(r"(?m)^slug: .*\n", "", text.read_text(encoding="utf-8")), encoding="utf-8")
    found = findings(program, site)
    shutil.rmtree(site / TWIN[1])
    told = [finding for finding in found if finding["code"] == "not-unique" and finding not in clean]
    return any("bearings-again" in finding["path"] for finding in told)


def main() -> None:
    program, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for part in ("content", "themes"):
            shutil.copytree(Path(source) / part, site / part)
        clean = findings(program, site)
        failed = []
        for slip in SLIPS:
            if is_told(slip, clean):
                failed.append(f"{slip.name}: the report has that finding already")
                continue
            before = change(site, slip.edits)
            found = findings(program, site)
            take_back(before)
            if not is_told(slip, [finding for finding in found if finding not in clean]):
                codes = sorted({finding["code"] for finding in found if finding not in clean})
                failed.append(f"{slip.name}: not found (but {', '.join(codes) or 'nothing'})")
        if not twin(program, site, clean):
            failed.append("a center is written twice: not found")
    print(f"{len(SLIPS) + 1} slips, {len(failed)} not found")
    print("\n".join(failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
