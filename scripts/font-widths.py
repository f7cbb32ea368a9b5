#!/usr/bin/env python3
"""Writes Sources/AppendixLayout/Text/FontWidths.swift: the advance widths of Liberation Serif,
which are those of Times New Roman. Needs fonttools and the Debian packages fonts-liberation and
fonts-dejavu.

Debian's Liberation Serif lacks most Vietnamese letters. Times New Roman gives them the widths of
their bare letters; LibreOffice without Times New Roman takes them from DejaVu Serif, which is
wider. The table holds the larger of the two, so that no text is cut in either."""
import sys
import textwrap
import unicodedata
from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/truetype/liberation/LiberationSerif-"
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1B0), (0x1CD, 0x1DC), (0x391, 0x3C9),
          (0x1EA0, 0x1EF9), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AB, 0x20AC),
          (0x2190, 0x2193), (0x2211, 0x221A), (0x2260, 0x2265), (0x25A0, 0x25CF)]

def font_widths(path):
    font = TTFont(path)
    assert font["head"].unitsPerEm == 2048
    glyphs, metrics = font.getBestCmap(), font["hmtx"].metrics
    return {c: metrics[g][0] for c, g in glyphs.items()}

def widths(style):
    own = font_widths(FOLDER + style + ".ttf")
    other = font_widths("/usr/share/fonts/truetype/dejavu/DejaVuSerif"
                        + {"Regular": ""}.get(style, "-" + style) + ".ttf")
    table = {}
    for c in (c for a, b in RANGES for c in range(a, b + 1)):
        base = ord(unicodedata.normalize("NFD", chr(c))[0])
        if c in own:
            table[c] = own[c]
        elif base in own or c in other:
            table[c] = max(own.get(base, 0), other.get(c, 0))
    return table

regular, bold = widths("Regular"), widths("Bold")
italic, bolditalic = widths("Italic"), widths("BoldItalic")

def table(name, comment, values):
    lines = [f"  /// {comment}", f"  static let {name}: [[UInt16]] = ["]
    for a, b in RANGES:
        row = [values.get(c, 1024) for c in range(a, b + 1)]
        text = ", ".join(map(str, row))
        words, line, out = text.split(" "), "      ", []
        for word in words:
            if len(line) + len(word) > 98:
                out.append(line.rstrip())
                line = "      "
            line += word + " "
        out.append(line.rstrip() + ",")
        lines += ["    [", *out, "    ],"]
    return lines + ["  ]", ""]

print("""// Made by scripts/font-widths.py; don't edit by hand.

/// Advance widths of Times New Roman (Liberation Serif has the same) in 2048ths of the font size;
/// of letters that Liberation Serif lacks, those of the wider font that LibreOffice takes instead.
enum FontWidths {
  /// The code points that the tables cover, both ends included.
  static let ranges: [ClosedRange<UInt32>] = [""")
for a, b in RANGES:
    print(f"    0x{a:04X}...0x{b:04X},")
print("  ]\n")
out = table("regular", "Upright.", regular) + table("bold", "Bold.", bold)
out += table("italic", "Italic.", italic)
out += ["  /// Vietnamese letters in Times New Roman itself, upright, bold and italic, from U+1EA0 on: as wide",
        "  /// as their bare letters.", "  static let bareFirst: UInt32 = 0x1EA0",
        "  static let bare: [[UInt16]] = ["]
for style in ("Regular", "Bold", "Italic"):
    own = font_widths(FOLDER + style + ".ttf")
    row = [str(own[ord(unicodedata.normalize("NFD", chr(c))[0])]) for c in range(0x1EA0, 0x1EFA)]
    out += ["    [", *textwrap.wrap(", ".join(row) + ",", 92, initial_indent="      ",
                                   subsequent_indent="      "), "    ],"]
out += ["  ]"]
print("\n".join(out).rstrip())
print("}")
wider = max(bolditalic[c] / bold[c] for c in bold if c in bolditalic and bold[c])
print("bold italic / bold, at most:", wider, file=sys.stderr)
