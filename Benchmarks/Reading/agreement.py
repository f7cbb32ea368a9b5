#!/usr/bin/env python3
"""Holds `phuluc cells` against openpyxl and calamine, cell for cell, on workbooks.

  agreement.py WORKBOOK…        exit code 1 if a cell differs

Needs openpyxl and python-calamine.
"""
import datetime, json, os, subprocess, sys

import openpyxl
from python_calamine import CalamineWorkbook

PHULUC = os.environ.get("PHULUC", os.path.dirname(os.path.abspath(__file__)) + "/../../.build/release/phuluc")


def plain(value):
    """A value in the words of `cells`."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, datetime.datetime):
        text = value.isoformat(timespec="milliseconds").removesuffix(".000")
        return text.removesuffix("T00:00:00")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="milliseconds").removesuffix(".000")
    if isinstance(value, datetime.timedelta):
        return f"PT{value.total_seconds():g}S"
    return str(value)


def ours(path):
    lines = subprocess.run([PHULUC, "cells", path], check=True, capture_output=True).stdout.splitlines()
    cells = {}
    for line in map(json.loads, lines):
        if "ref" in line:
            value = line["value"]
            cells[line["sheet"], line["ref"]] = float(value) if line["type"] == "n" else value
    return cells


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): plain(cell.value)
        for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if plain(cell.value) is not None}


def by_calamine(path):
    book = CalamineWorkbook.from_path(path)
    cells = {}
    for name in book.sheet_names:
        for r, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1):
            for c, value in enumerate(row, 1):
                if plain(value) is not None:
                    cells[name, openpyxl.utils.get_column_letter(c) + str(r)] = plain(value)
    return cells


def main():
    differing = 0
    for path in sys.argv[1:]:
        mine = ours(path)
        for peer, theirs in (("openpyxl", by_openpyxl(path)), ("calamine", by_calamine(path))):
            odd = [key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key)]
            differing += len(odd)
            print(f"{path}: {peer}: {len(theirs)} cells, {len(odd)} differ")
            for key in odd[:5]:
                print("   ", key, repr(mine.get(key)), repr(theirs.get(key)))
    sys.exit(1 if differing else 0)


main()
