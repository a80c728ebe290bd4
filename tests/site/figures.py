"""figures: every value of every figure again, from the YAML of the site alone, against the files below /data/figures/.

usage: python3 figures.py OUTPUT [CONTENT]

Nothing of the generator is used: dates, histories, conditions and sums are read and computed here, day by day and record by
record, as docs/content.md describes them. Values, bounds and days are compared, and so is that no day of change is left out.
"""

import csv
import sys
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import yaml

ALWAYS, NOWHERE = "0000-00-00", "9999-99-99"
findings: list[str] = []


def load(text: str) -> dict:
    """YAML whose scalars all stay text: the model decides types."""
    return yaml.load(text, Loader=yaml.BaseLoader) or {}


def first_day(date: str) -> str:
    """A date counts from its first day."""
    return (date[:10] + "-01-01")[:10]


def last_day(date: str) -> str:
    """Of a year or a month, in the order of text."""
    return (date[:10] + "-12-31" if len(date) == 4 else date[:10] + "-31")[:10]


class Fact:
    """A value with its dates; `value` is None where something is missing."""

    def __init__(self, node: object, inherited: list[str]):
        is_long = isinstance(node, dict) and ("is" in node or "missing" in node)
        long = node if is_long else {"is": node}
        self.value = long.get("is")
        self.reason = long.get("missing")
        self.date = long.get("since") or long.get("by")
        self.kind = "since" if "since" in long else "by" if "by" in long else None
        self.bound = long.get("bound", "")
        sources = long.get("source", inherited)
        self.sources = [sources] if isinstance(sources, str) else sources
        if isinstance(self.value, list):
            self.value = [Fact(item, self.sources) for item in self.value]
        elif isinstance(self.value, dict):
            self.value = {name: Fact(part, self.sources) for name, part in self.value.items()}

    def is_told(self, day: str) -> bool:
        own = self.date or (self.value["date"].value if isinstance(self.value, dict) and "date" in self.value else None)
        return own is None or first_day(own) <= day


class Record:
    """A record with the facts of each field, oldest first."""

    def __init__(self, site: "Site", collection: str, name: str, facts: dict):
        self.site, self.collection, self.id = site, collection, name
        self.model = site.models[collection]
        sources = facts.get("source", [])
        self.sources = [sources] if isinstance(sources, str) else sources
        self.facts = {}
        for field, node in facts.items():
            is_tracked = self.is_tracked(field)
            is_history = is_tracked and isinstance(node, list)
            self.facts[field] = [Fact(item, self.sources) for item in (node if is_history else [node])]

    def is_tracked(self, field: str) -> bool:
        return self.model.get("fields", {}).get(field, {}).get("tracked") == "true"

    def start(self, field: str, fact: Fact) -> str:
        """The day from which a fact holds; that of the data where nobody dates it."""
        if not self.is_tracked(field):
            return ALWAYS
        dates = [self.site.source_dates[source] for source in fact.sources if source in self.site.source_dates]
        date = fact.date or (min(dates) if dates else None)
        return first_day(date) if date else self.site.undated

    @property
    def begins(self) -> str:
        """The day from which the record is there."""
        starts = [ALWAYS]
        role = self.model.get("roles", {}).get("date", "date")
        for field, facts in self.facts.items():
            declared = self.model.get("fields", {}).get(field, {})
            if field == role and declared.get("type") == "date":
                starts.append(first_day(facts[0].value))
            if declared.get("tracked") == "true" and declared.get("required") == "true":
                starts.append(min(self.start(field, fact) for fact in facts))
        return max(starts)

    def on(self, field: str, day: str) -> Fact | None:
        held = [fact for fact in self.facts.get(field, []) if self.start(field, fact) <= day]
        return held[-1] if held and held[-1].is_told(day) else None


class Site:
    """All records of a folder `content/`. The day of the data comes twice: as the day, and as its end, when also counts what
    nobody dates."""

    def __init__(self, content: Path):
        settings = load((content / "site.yaml").read_text("utf-8"))
        self.day = settings["as_of"]
        self.undated = self.day + "~"
        self.models, self.records = {}, {}
        for model in sorted(content.glob("*/_collection.yaml")):
            self.models[model.parent.name] = load(model.read_text("utf-8"))
        sources = {path.stem: load(path.read_text("utf-8")) for path in (content / "sources").rglob("*.yaml")}
        self.source_dates = {name: source["date"] for name, source in sources.items() if "date" in source}
        for collection in self.models:
            texts = {path.stem: path for path in (content / collection).rglob("*.yaml")}
            texts |= {path.parent.name: path for path in (content / collection).rglob("facts.yaml")}
            known = {}
            for name in sorted(set(texts) - {"_collection", "facts"}):
                facts = load(texts[name].read_text("utf-8"))
                if facts.get("draft") != "true":
                    known[name] = Record(self, collection, name, facts)
            self.records[collection] = known

    def there(self, collection: str, day: str) -> list[Record]:
        return [record for record in self.records[collection].values() if record.begins <= day]

    def field(self, collection: str, name: str) -> dict:
        return self.models[collection].get("fields", {}).get(name, {})

    def options(self, collection: str, field: str) -> list[str]:
        options = self.field(collection, field)["options"]
        return list(self.models[collection]["choices"][options] if isinstance(options, str) else options)

    def target(self, declared: dict, value: str) -> Record | None:
        """The record that a value of a reference names."""
        declared = declared.get("of", declared) if declared.get("type") == "list" else declared
        return self.records[declared["to"]].get(value) if declared.get("type") == "reference" else None

    @lru_cache(maxsize=None)
    def referring(self, collection: str, name: str) -> tuple[str, str]:
        """Which field of which collection refers to a collection under a name."""
        for other, model in self.models.items():
            for field, declared in model.get("fields", {}).items():
                inner = declared.get("of", declared)
                parts = [inner, *inner.get("fields", {}).values()] if isinstance(inner, dict) else []
                if any(part.get("to") == collection and part.get("back", other) == name for part in parts):
                    return other, field
        raise ValueError(f"nobody refers to {collection} as {name}")


def values(fact: Fact | None, day: str) -> list[Fact]:
    """A fact, or those in the list that it is, as far as they are told on a day."""
    if fact is None or not fact.is_told(day):
        return []
    return [item for item in fact.value if item.is_told(day)] if isinstance(fact.value, list) else [fact]


def names_in(fact: Fact, day: str) -> set[str]:
    """Every scalar in a fact."""
    found = set()
    for one in values(fact, day):
        if isinstance(one.value, dict):
            for part in one.value.values():
                found |= names_in(part, day)
        elif isinstance(one.value, str):
            found.add(one.value)
    return found


def meets(site: Site, record: Record, tests: dict, day: str) -> bool:
    return record.begins <= day and all(holds(site, record, name, test, day) for name, test in tests.items())


def holds(site: Site, record: Record, name: str, test: object, day: str) -> bool:
    declared = site.field(record.collection, name)
    if not declared:
        collection, field = site.referring(record.collection, name)
        referring = [other for other in site.there(collection, day) if record.id in reaches(other, field, day)]
        if not isinstance(test, dict):
            raise ValueError(f"a condition on {name} that is not known here")
        return any(meets(site, other, test, day) for other in referring)
    found = values(record.on(name, day), day)
    if isinstance(test, dict) and "missing" in test:
        return not any(fact.value is not None for fact in found)
    given = [fact for fact in found if fact.value is not None]
    if isinstance(test, dict) and "not" in test:
        denied = test["not"] if isinstance(test["not"], list) else [test["not"]]
        return bool(given) and not any(fact.value in denied for fact in given)
    if isinstance(test, dict):
        targets = [site.target(declared, fact.value) for fact in given if isinstance(fact.value, str)]
        groups = [fact.value for fact in given if isinstance(fact.value, dict)]
        in_group = lambda group: all(part in group and group[part].value == wanted for part, wanted in test.items())
        return any(target and meets(site, target, test, day) for target in targets) or any(map(in_group, groups))
    wanted = test if isinstance(test, list) else [test]
    return any(fact.value in wanted for fact in given)


def reaches(record: Record, field: str, day: str) -> set[str]:
    fact = record.on(field, day)
    return names_in(fact, day) if fact else set()


def at_path(record: Record, path: str, day: str) -> list[str]:
    """The values at the end of a path through lists and groups."""
    head, *rest = path.split(".")
    found = values(record.on(head, day), day)
    for name in rest:
        found = [part for fact in found if isinstance(fact.value, dict) and name in fact.value for part in values(fact.value[name], day)]
    return [fact.value for fact in found if isinstance(fact.value, str)]


def compute(site: Site, figure: dict, day: str) -> tuple[Decimal | None, dict[str, Decimal | None]]:
    """The value of a figure on a day, and that of each of its groups."""
    tests = figure.get("where", {})
    aggregate = next(word for word in ("count", "sum", "average", "minimum", "maximum", "share", "coverage") if word in figure)
    collection, _, measure = figure[aggregate].partition(".")
    there = site.there(collection, day)
    members = [record for record in there if meets(site, record, tests, day)]
    if aggregate == "coverage":
        return covered(site, figure["by"], collection, members, day)
    groups: dict[str, list[Record]] = {}
    for record in members if "by" in figure else []:
        keys = [record.id] if figure["by"] == "id" else list(dict.fromkeys(at_path(record, figure["by"], day)))
        for key in keys or ["missing"]:
            groups.setdefault(key, []).append(record)
    value = lambda records: total(aggregate, records, measure, len(there), day)
    return value(members), {key: value(records) for key, records in groups.items()}


def covered(site: Site, by: dict, collection: str, members: list[Record], day: str):
    [(name, choice)] = by.items()
    referring, field = site.referring(collection, name)
    options = site.options(referring, choice)
    groups: dict[str, Decimal] = {}
    for record in members:
        others = [other for other in site.there(referring, day) if record.id in reaches(other, field, day)]
        best = sorted((options.index(value) for other in others for value in at_path(other, choice, day)))
        key = options[best[0]] if best else "none"
        groups[key] = groups.get(key, Decimal(0)) + 1
    return sum((count for key, count in groups.items() if key != "none"), Decimal(0)), groups


def total(aggregate: str, records: list[Record], measure: str, there: int, day: str) -> Decimal | None:
    if aggregate == "count":
        return Decimal(len(records))
    if aggregate == "share":
        return Decimal(100 * len(records)) / there if there else None
    numbers = [Decimal(value) for record in records for value in at_path(record, measure, day)]
    if aggregate == "sum":
        return sum(numbers, Decimal(0)) if numbers or not records else None
    if not numbers:
        return None
    return {"average": sum(numbers) / len(numbers), "minimum": min(numbers), "maximum": max(numbers)}[aggregate]


def shown(number: Decimal | None, like: str) -> str:
    """A number with as many digits as the file has, halves away from zero."""
    if number is None:
        return ""
    digits = Decimal(1).scaleb(-len(like.partition(".")[2]))
    return str(number.quantize(digits, "ROUND_HALF_UP"))


def days_of(site: Site) -> list[str]:
    """Every day on which anything dated begins anywhere."""
    days = set()

    def collect(fact: Fact) -> None:
        if fact.date:
            days.add(first_day(fact.date))
        parts = fact.value if isinstance(fact.value, list) else fact.value.values() if isinstance(fact.value, dict) else []
        for part in parts:
            collect(part)
            if isinstance(part, Fact) and isinstance(fact.value, dict) and part is fact.value.get("date"):
                days.add(first_day(part.value))

    for collection, records in site.records.items():
        for record in records.values() if collection not in ("sources", "figures", "corrections", "terms") else []:
            days.add(record.begins)
            for field, facts in record.facts.items():
                for fact in facts:
                    days.add(record.start(field, fact))
                    collect(fact)
    return sorted(day for day in days if ALWAYS < day <= site.day)


def check_reports(name: str, figure: dict, rows: list[dict], day: str) -> bool:
    """The reports are in the file as they were written; says whether there are any."""
    written = figure.get("reported", [])
    if isinstance(written, str):
        return True
    published = {row["date"]: row for row in rows if row["series"] == "published" and row["basis"] == "reported"}
    reports = [report for report in written if first_day(report.get("since") or report.get("by") or NOWHERE) <= day]
    for report in reports:
        date = report.get("since") or report.get("by")
        row = published.pop(date, {})
        said = (row.get("value", ""), row.get("bound", ""), row.get("date_kind", ""))
        wanted = (report.get("is", ""), report.get("bound", ""), "since" if "since" in report else "by")
        if said != wanted:
            findings.append(f"{name}: reported {wanted} on {date}, the file has {said}")
    findings.extend(f"{name}: nobody reports the value of {date}" for date in published)
    return bool(reports)


def check_rows(site: Site, name: str, figure: dict, rows: list[dict]) -> int:
    """Each computed row, on its day."""
    count = 0
    value = lru_cache(maxsize=None)(lambda day: compute(site, figure, day))
    for row in rows:
        if row["basis"] != "computed":
            continue
        is_now = row["series"] in ("now", "group") or (row["date_kind"] == "as-of" and row["date"] == site.day)
        day = site.undated if is_now else last_day(row["date"]) if row["date_kind"] == "period" else first_day(row["date"])
        whole, groups = value(min(day, site.undated))
        ours = whole if row["series"] != "group" else groups.get(row["group"], Decimal(0))
        if row["value"] != shown(ours, row["value"]):
            findings.append(f"{name} {row['series']} {row['group']} {row['date']}: the file has {row['value']}, recomputed {ours}")
        count += 1
    return count


def check_days(site: Site, name: str, figure: dict, rows: list[dict], days: list[str], is_reported: bool) -> None:
    """No day on which a figure changes is left out, and its groups that are not in the file are empty."""
    series = "listed" if is_reported and figure.get("complete") == "false" else "published"
    told = {first_day(row["date"]) for row in rows if row["series"] in (series, "published")}
    before = compute(site, figure, ALWAYS)[0]
    for day in days:
        after = compute(site, figure, day)[0]
        if after != before and day not in told:
            findings.append(f"{name}: changes to {after} on {day}, which the file does not have")
        before = after
    undated = compute(site, figure, site.undated)[0]
    if undated != before and not any(row["series"] == "now" for row in rows) and not is_reported:
        findings.append(f"{name}: what nobody dates makes it {undated}, which the file does not have")


def main() -> int:
    output = Path(sys.argv[1])
    content = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parents[2] / "content"
    site = Site(content)
    days = days_of(site)
    compared = 0
    for name in sorted(site.records["figures"]):
        figure = load((content / "figures" / f"{name}.yaml").read_text("utf-8"))
        with open(output / "data" / "figures" / f"{name}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        is_reported = check_reports(name, figure, rows, site.day)
        if any(word in figure for word in ("count", "sum", "average", "minimum", "maximum", "share", "coverage")):
            compared += check_rows(site, name, figure, rows)
            if "over" not in figure:
                check_days(site, name, figure, rows, days, is_reported)
        compared += sum(row["basis"] == "reported" for row in rows)
    for finding in findings:
        print(finding)
    print(f"{len(site.records['figures'])} figures, {compared} values recomputed, {len(findings)} differences")
    return 1 if findings or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
