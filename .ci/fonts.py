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
from fontTools.varLib import instancer

TARGET = pathlib.Path(__file__).parent.parent / "themes/investor/static/fonts"
# Letters, digits and marks of the three languages, and the vowels of names that are written in pinyin.
BASE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0©«\u00ad°·»ÀÂÄÆÇÈÉÊËÎÏÔÖ×ÙÛÜßàâäæçèéêëîïôöùûüÿŒœ–—‘’‚“”„…‹›€−±"
    + "āáǎàēéěèīíǐìōóǒòūúǔù"
)
FONTS = {
    "newsreader": {
        "package": "fontpkg_newsreader",
        "file": "Newsreader[opsz,wght].ttf",
        "family": "Newsreader",
        "weight": "400",
        # For numerals and titles, also small ones.
        "axes": {"wght": 400, "opsz": 36},
        "features": ["kern", "liga", "pnum", "tnum", "locl", "mark", "mkmk"],
    },
    "public-sans": {
        "package": "fontpkg_public_sans",
        "file": "PublicSans[wght].ttf",
        "family": "Public Sans",
        "weight": "400 600",
        "axes": {"wght": (400, 600)},
        "features": ["kern", "tnum", "locl", "mark", "mkmk"],
    },
}


def main():
    for name, font in FONTS.items():
        source = importlib.resources.files(font["package"]) / "files" / font["file"]
        known = set(TTFont(str(source)).getBestCmap())
        base = {ord(letter) for letter in BASE} & known
        # Controls are drawn by no font.
        rest = {code for code in known - base if code >= 0x20}
        write(source, font, base, name)
        write(source, font, rest, f"{name}-more")
        print(rule(font, name, base))
        print(rule(font, f"{name}-more", rest))


def write(source, font, codes, name):
    """Writes the font with these letters only."""
    whole = TTFont(str(source), recalcTimestamp=False)
    cut = instancer.instantiateVariableFont(whole, font["axes"])
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = font["features"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "prep"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(cut)
    path = TARGET / f"{name}.woff2"
    subset.save_font(cut, str(path), options)
    print(f"/* {path.name}: {len(codes)} letters, {path.stat().st_size} bytes */")


def rule(font, name, codes):
    """The rule for the style sheet."""
    return (
        f'@font-face {{\n  font-family: "{font["family"]}";\n  src: url("fonts/{name}.woff2") format("woff2");\n'
        f'  font-weight: {font["weight"]};\n  font-display: optional;\n  unicode-range: {ranges(codes)};\n}}'
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
