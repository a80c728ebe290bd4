"""Makes the fonts of the theme `investor` from the full ones: what German, English and French need in one file, all other letters
that the font has in a second one, which browsers fetch where a page has such a letter (`unicode-range`).

    pip install fonttools==4.68.0 brotli==1.2.1 fontpkg-newsreader==1.3 fontpkg-public-sans==2.1
    python .ci/fonts.py

The two last packages hold the fonts as Google Fonts has them, Newsreader 1.003 and Public Sans 2.001, under the OFL. Same versions,
same bytes. Prints the rules for the style sheet: `themes/investor/static/investor.css` has them.
"""

import importlib.resources
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer

TARGET = pathlib.Path(__file__).parent.parent / "themes/investor/static/fonts"
# Letters, digits and marks that texts in the three languages have; what code alone has, such as `{`, is not among them.
BASE = (
    "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in "$\\^`{|}~")
    + "\u00a0©«\u00ad°±·»ÀÂÄÆÇÈÉÊËÎÏÔÖ×ÙÛÜßàâäæçèéêëîïôöùûüÿŒœ–—‘’‚“”„…‹›€−"
)
# Where browsers look a letter up: in blocks where that can be, for letter by letter would be a kilobyte of style sheet. The second
# file may not claim what the first one has: where that comes too late to be shown (`font-display: optional`), browsers would fetch
# the other in its place. Spaces, arrows, superscript letters and most vowels of pinyin with a caron are in neither.
FIRST = "U+20-FF, U+152-153, U+2013-203A, U+20AC, U+2212"
MORE = [
    range(0x21, 0x1C5), range(0x1EA, 0x2B0), range(0x2BB, 0x338), range(0x3C0, 0x3C1), range(0x1E00, 0x1F00), range(0x2020, 0x2023),
    range(0x2030, 0x2053), range(0x2070, 0x2190), range(0x2200, 0x2300), range(0x25CA, 0x25CB), range(0xFB00, 0xFB05),
]
# Of an em: half of what the fonts come with, and still a seventh of a pixel in the largest numeral.
UNITS = 1000
# Pairs of letters that move by less than this part of the em stay as they are: hardly seen, they are half the file of a serif. The sans
# is for small text, where a tenth of that is not a pixel: it has none.
LEAST_KERNING = 0.04
FONTS = {
    "newsreader": {
        "package": "fontpkg_newsreader",
        "file": "Newsreader[opsz,wght].ttf",
        "family": "Newsreader",
        "weight": "400",
        # For numerals and titles, also small ones.
        "axes": {"wght": 400, "opsz": 36},
        "features": ["kern", "tnum"],
    },
    "public-sans": {
        "package": "fontpkg_public_sans",
        "file": "PublicSans[wght].ttf",
        "family": "Public Sans",
        "weight": "400 600",
        "axes": {"wght": (400, 600)},
        "features": ["tnum"],
    },
}


def main():
    letters = {ord(letter) for letter in BASE}
    # Controls are drawn by no font, and a space is none of its own.
    claimed = {code for block in MORE for code in block if not 0x7F <= code <= 0xA0} - letters
    for name, font in FONTS.items():
        source = importlib.resources.files(font["package"]) / "files" / font["file"]
        known = set(TTFont(str(source)).getBestCmap())
        base = letters & known
        rest = {code for code in known - base if code >= 0x20}
        write(source, font, base, name)
        write(source, font, rest, f"{name}-more")
        print(rule(font, f"{name}-more", ranges(claimed)))
        print(rule(font, name, FIRST))


def write(source, font, codes, name):
    """Writes the font with these letters only."""
    whole = TTFont(str(source), recalcTimestamp=False)
    cut = instancer.instantiateVariableFont(whole, font["axes"])
    options = subset.Options()
    options.flavor = "woff2"
    # The second file has languages whose marks are letters of their own.
    options.layout_features = font["features"] + (["locl", "mark", "mkmk"] if name.endswith("-more") else [])
    options.hinting = False
    options.name_IDs = [0, 1, 2, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "gasp", "prep"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(cut)
    scale_upem(cut, UNITS)
    thin_out_kerning(cut, LEAST_KERNING * cut["head"].unitsPerEm)
    path = TARGET / f"{name}.woff2"
    subset.save_font(cut, str(path), options)
    print(f"/* {path.name}: {len(codes)} letters, {path.stat().st_size} bytes */")


def thin_out_kerning(font, least):
    """Takes pairs away that move by less than `least` units, but for exceptions from a class that moves further."""
    if "GPOS" not in font:
        return
    for lookup in font["GPOS"].table.LookupList.Lookup:
        tables = [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]
        tables = [table for table in tables if table.LookupType == 2]
        classes = [table for table in tables if table.Format == 2]
        for table in classes:
            for first in table.Class1Record:
                for second in first.Class2Record:
                    if second.Value1:
                        second.Value1 = steady(second.Value1, least)
        for table in tables:
            table.ValueFormat1 &= ~0x40
            if table.Format == 1:
                thin_out_pairs(table, classes, least)


def thin_out_pairs(table, classes, least):
    """The same for pairs of single letters."""
    kept = []
    for pairs in table.PairSet:
        for pair in pairs.PairValueRecord:
            pair.Value1 = steady(pair.Value1, 0)
    for glyph, pairs in zip(table.Coverage.glyphs, table.PairSet):
        pairs.PairValueRecord = [
            pair
            for pair in pairs.PairValueRecord
            if abs(advance(pair.Value1)) >= least or any(class_advance(one, glyph, pair.SecondGlyph) for one in classes)
        ]
        if pairs.PairValueRecord:
            kept.append((glyph, pairs))
    table.Coverage.glyphs = [glyph for glyph, _ in kept]
    table.PairSet = [pairs for _, pairs in kept]
    table.PairSetCount = len(kept)


def steady(value, least):
    """The same value at every weight, or none below `least`."""
    vars(value).pop("XAdvDevice", None)
    if abs(advance(value)) < least:
        value.XAdvance = 0
    return value


def class_advance(table, first, second):
    """How far a table of classes moves this pair."""
    if first not in table.Coverage.glyphs:
        return 0
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
    return advance(row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1)


def advance(value):
    """How far a value moves what follows."""
    return getattr(value, "XAdvance", 0) if value else 0


def rule(font, name, letters):
    """The rule for the style sheet."""
    return (
        f'@font-face {{\n  font-family: "{font["family"]}";\n  src: url("fonts/{name}.woff2") format("woff2");\n'
        f'  font-weight: {font["weight"]};\n  font-display: optional;\n  unicode-range: {letters};\n}}'
    )


def ranges(codes):
    """Codes as CSS writes them: `U+20-7E, U+A0`."""
    found = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in found)


if __name__ == "__main__":
    main()
