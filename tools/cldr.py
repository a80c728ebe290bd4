#!/usr/bin/env python3
"""Writes what the program takes from CLDR that ICU4X does not give: units with their currencies, and names of languages.

    npm pack cldr-core@48.2.0 cldr-localenames-full@48.2.0 cldr-numbers-full@48.2.0 cldr-units-full@48.2.0
    for archive in *.tgz; do tar -xzf "$archive" --one-top-level --strip-components=1; done
    python3 tools/cldr.py FOLDER        # what the four archives are in

Both tables are parted by language: `#de`, then a line for each cell, its key and its text between them a tab. A cell that
a language inherits (UTS #35: `es-MX` from `es-419`, that from `es`) is not said again. The first line has the tags, each
with the length of its part in bytes.
"""

import json
import pathlib
import sys

VERSION = "48.2.0"
HOME = pathlib.Path(__file__).resolve().parent.parent
FORMS = ["zero", "one", "two", "few", "many", "other"]

# What is written with its symbol: the unit of CLDR whose short form it has.
SYMBOLS = {
    "mm": "length-millimeter", "cm": "length-centimeter", "m": "length-meter", "km": "length-kilometer", "mi": "length-mile",
    "m²": "area-square-meter", "km²": "area-square-kilometer", "ha": "area-hectare", "m³": "volume-cubic-meter",
    "l": "volume-liter", "L": "volume-liter", "mg": "mass-milligram", "g": "mass-gram", "kg": "mass-kilogram", "t": "mass-tonne",
    "W": "power-watt", "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt", "kWh": "energy-kilowatt-hour",
    "J": "energy-joule", "kJ": "energy-kilojoule", "V": "electric-volt", "A": "electric-ampere",
    "Hz": "frequency-hertz", "kHz": "frequency-kilohertz", "MHz": "frequency-megahertz", "GHz": "frequency-gigahertz",
    "kB": "digital-kilobyte", "MB": "digital-megabyte", "GB": "digital-gigabyte", "TB": "digital-terabyte",
    "s": "duration-second", "min": "duration-minute", "h": "duration-hour", "°C": "temperature-celsius",
    "km/h": "speed-kilometer-per-hour", "m/s": "speed-meter-per-second", "%": "concentr-percent", "percent": "concentr-percent",
    "‰": "concentr-permille", "ppm": "concentr-part-per-1e6",
}  # fmt: skip

# What is written out: the unit of CLDR whose long form it has.
NAMES = [
    "length-millimeter", "length-centimeter", "length-meter", "length-kilometer", "length-mile",
    "area-square-meter", "area-square-kilometer", "area-hectare", "area-acre", "volume-cubic-meter", "volume-liter",
    "mass-gram", "mass-kilogram", "mass-tonne", "power-watt", "power-kilowatt", "power-megawatt", "power-gigawatt",
    "energy-kilowatt-hour", "duration-second", "duration-minute", "duration-hour", "duration-day", "duration-week",
    "duration-month", "duration-year",
]  # fmt: skip

# Of these the root has what English shortens (`y`), not a symbol that is written alike everywhere: no word of any other language.
ENGLISH = ["length-mile", "area-acre", "duration-day", "duration-week", "duration-month", "duration-year"]

# Variants of languages that documents are in, beside every language that has data of its own or a code of two letters.
VARIANTS = ["pt-BR", "sr-Latn", "zh-Hans", "zh-Hant"]


class Cldr:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        core = self.part("cldr-core")
        self.locales = json.loads((core / "availableLocales.json").read_text())["availableLocales"]["full"]
        supplemental = core / "supplemental"
        self.parents = json.loads((supplemental / "parentLocales.json").read_text())["supplemental"]["parentLocales"]["parentLocale"]
        self.currencies = self.tender(json.loads((supplemental / "currencyData.json").read_text()))

    def part(self, name):
        folder = self.folder / f"{name}-{VERSION}"
        return folder if folder.is_dir() else self.folder / name

    @staticmethod
    def tender(data):
        """The currencies that have been legal tender somewhere in this century: reports look back."""
        regions = data["supplemental"]["currencyData"]["region"].values()
        entries = [entry for region in regions for currency in region for entry in currency.items()]
        is_of_now = lambda time: time.get("_to", "9999") > "2001" and time.get("_tender") != "false" and "_from" in time
        return sorted({code for code, time in entries if is_of_now(time)})

    def main(self, package, locale, name):
        path = self.part(package) / "main" / locale / f"{name}.json"
        return json.loads(path.read_text())["main"][locale] if path.is_file() else {}

    def parent(self, locale):
        """What a locale inherits from, of the same language: ICU4X does not follow Haitian Creole into French."""
        parent = self.parents.get(locale) or (locale.rpartition("-")[0] or "und")
        is_same = parent.partition("-")[0] == locale.partition("-")[0] or parent == "no"
        return parent if is_same else "und"

    def inherited(self, cells, locale, key):
        while locale != "und":
            locale = self.parent(locale)
            if (text := cells.get(locale, {}).get(key)) is not None:
                return text
        return None


def pattern(forms):
    """The cell of a unit: a pattern for all numbers, or for each plural form that has its own."""
    if (rest := forms.get("other")) is None:
        return None
    own = [f"{form}={forms[form]}" for form in FORMS[:-1] if forms.get(form, rest) != rest]
    cell = "|".join([*own, f"other={rest}"]) if own else rest
    return cell.replace("{0} ", "{0}\u00a0").replace(" {0}", "\u00a0{0}")


def unit(units, name):
    unit = units.get(name, {})
    return pattern({form: unit[key] for form in FORMS if (key := f"unitPattern-count-{form}") in unit})


def currency(numbers, code):
    """A currency after its number, by its name; `None` where CLDR has only its code."""
    currency = numbers.get("currencies", {}).get(code, {})
    formats = numbers.get("currencyFormats-numberSystem-latn", {})
    names = {form: currency.get(f"displayName-count-{form}") for form in FORMS}
    names["other"] = names["other"] or currency.get("displayName")
    if names["other"] in (None, code):
        return None
    around = lambda form: formats.get(f"unitPattern-count-{form}", formats.get("unitPattern-count-other", "{0} {1}"))
    return pattern({form: around(form).replace("{1}", name) for form, name in names.items() if name})


def units_of(cldr, locale, root):
    units = cldr.main("cldr-units-full", locale, "units").get("units", {})
    numbers = cldr.main("cldr-numbers-full", locale, "numbers").get("numbers", {})
    numbers |= cldr.main("cldr-numbers-full", locale, "currencies").get("numbers", {})
    cells = {symbol: unit(units.get("short", {}), name) for symbol, name in SYMBOLS.items()}
    for name in NAMES:
        cell = unit(units.get("long", {}), name)
        cells[name.partition("-")[2]] = None if name in ENGLISH and cell == root.get(name) else cell
    return cells | {code: currency(numbers, code) for code in cldr.currencies}


def units(cldr):
    long = cldr.main("cldr-units-full", "und", "units")["units"]["long"]
    root = {name: unit(long, name) for name in ENGLISH}
    cells = {locale: units_of(cldr, locale, root) for locale in cldr.locales}
    # In a language of which CLDR knows nothing stand symbols and the code of ISO 4217.
    cells["und"] = units_of(cldr, "und", root) | {code: f"{{0}}\u00a0{code}" for code in cldr.currencies}
    return cells


def language_name(names, tag):
    """The name of a language; where the language has none for this variant, that of the language with what it is of."""
    own = names["languages"]
    if (name := own.get(tag)) is not None or "-" not in tag:
        return name if name != tag else None
    language, of = tag.split("-")
    base, part = own.get(language), names["scripts" if len(of) == 4 else "territories"].get(of)
    pattern = names["localeDisplayNames"].get("localeDisplayPattern", {}).get("localePattern", "{0} ({1})")
    return pattern.replace("{0}", base).replace("{1}", part) if base and part else None


def languages(cldr):
    codes = cldr.main("cldr-localenames-full", "en", "languages")["localeDisplayNames"]["languages"]
    tags = {tag for tag in codes if len(tag) == 2 and tag.isalpha()}
    tags |= {locale.partition("-")[0] for locale in cldr.locales} | set(VARIANTS)
    return {locale: names_of(cldr, locale, sorted(tags)) for locale in cldr.locales}


def names_of(cldr, locale, tags):
    files = ["languages", "localeDisplayNames", "scripts", "territories"]
    display = {name: cldr.main("cldr-localenames-full", locale, name).get("localeDisplayNames", {}) for name in files}
    names = {name: part.get(name, part) for name, part in display.items()}
    return {tag: language_name(names, tag) for tag in tags}


def write(cldr, cells, path):
    parts = []
    for locale in sorted(cells):
        own = {key: text for key, text in cells[locale].items() if text is not None}
        lines = [f"{key}\t{text}" for key, text in own.items() if text != cldr.inherited(cells, locale, key)]
        broken = [line for line in lines if "\n" in line or line.count("\t") != 1]
        assert not broken, (locale, broken)
        if lines:
            parts.append((locale, "\n".join([f"#{locale}", *lines, ""])))
    lengths = " ".join(f"{locale} {len(part.encode())}" for locale, part in parts)
    (HOME / path).write_text("\n".join([lengths, *(part.removesuffix("\n") for _, part in parts), ""]))
    print(f"{path}: {len(parts)} languages, {sum(part.count(chr(10)) - 1 for _, part in parts)} cells")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    cldr = Cldr(sys.argv[1])
    write(cldr, units(cldr), "src/locale/units.tsv")
    write(cldr, languages(cldr), "src/config/language_names.tsv")
