#!/usr/bin/env python3
"""Compares reading by phuluc with python-calamine, fastexcel and unpacking alone.

  compare.py FOLDER [--rounds N] [--reader PATH] [--cells PATH]

Whole processes, CPU seconds (user and system), in interleaved rounds; the figures are medians, the
ratios medians of each round's ratio. Needs python-calamine, fastexcel and pyarrow from PyPI.
"""
import argparse, os, statistics, subprocess, sys, tempfile

PEER = """
import sys
paths = open(sys.argv[2]).read().split("\\n")[:-1]
if sys.argv[1] == "calamine":
    from python_calamine import CalamineWorkbook
    for path in paths:
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names: book.get_sheet_by_name(name).to_python()
elif sys.argv[1] == "fastexcel":
    import fastexcel
    for path in paths:
        book = fastexcel.read_excel(path)
        for name in book.sheet_names: book.load_sheet(name, header_row=None).to_arrow()
else:
    import zipfile
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for part in archive.namelist():
                with archive.open(part) as file:
                    while file.read(1 << 18): pass
"""
GOALS = {"W1": (0.12, 0.20), "W2": (0.18, 0.33), "W3": (0.28, 0.36), "W4": (0.22, 0.35)}


def run(command, silent=True):
    """CPU seconds and peak MiB of one process."""
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=null, stderr=null if silent else None)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--reader", default=here + "/.build/release/read-workbooks")
    arguments.add_argument("--cells", default=here + "/../../.build/release/phuluc")
    options = arguments.parse_args()
    print(f"{'':4}{'tool':12}{'CPU s':>8}{'peak MiB':>10}{'phuluc is':>11}{'goal':>7}")
    for name, goals in GOALS.items():
        path = f"{options.folder}/{name}"
        paths = sorted(f"{path}/{file}" for file in os.listdir(path)) if os.path.isdir(path) else [path + ".xlsx"]
        with tempfile.NamedTemporaryFile("w", suffix=".list") as listing:
            listing.write("".join(each + "\n" for each in paths))
            listing.flush()
            tools = {"phuluc": [options.reader, "--list", listing.name]}
            for peer in ("calamine", "fastexcel", "unzip"):
                tools[peer] = [sys.executable, "-c", PEER, peer, listing.name]
            results = {tool: [] for tool in tools}
            for _ in range(options.rounds):
                for tool, command in tools.items():
                    results[tool].append(run(command))
        for tool, figures in results.items():
            seconds = statistics.median(each[0] for each in figures)
            peak = max(each[1] for each in figures)
            ratio = statistics.median(a[0] / b[0] for a, b in zip(results["phuluc"], figures))
            goal = {"calamine": goals[0], "fastexcel": goals[1]}.get(tool)
            verdict = "" if goal is None else f"{goal:7.2f} {'ok' if ratio <= goal else 'MISSED'}"
            shown = "" if tool == "phuluc" else f"{ratio:10.3f}×"
            print(f"{name:4}{tool:12}{seconds:8.3f}{peak:10.1f}{shown:>11}{verdict}")
        if name != "W3" and os.path.exists(options.cells):
            seconds, peak = run([options.cells, "cells", path + ".xlsx"])
            print(f"{name:4}{'cells':12}{seconds:8.3f}{peak:10.1f}")


main()
