#!/usr/bin/env python3
"""Times the programs of scripts/bench against the same work in Python, in one run.

    tests/bench/run.py [--shell target/release/pinsh] [--rounds N] [NAME ...]

Prints the median of each and their ratio; machines are noisy, so compare ratios of one run, not seconds of two.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = {
    "start-up": "pass",
    "integer-loop": "s = 0\ni = 0\nwhile i < 5e6:\n    s += i * 2\n    i += 1\nprint(s)",
    "function-calls": "def add_pair(a, b):\n    return a + b\ns = 0\nfor i in range(300000):\n    s = add_pair(s, 1)\nprint(s)",
    "pipeline": "count = 0\nfor x in filter(lambda x: x % 3 == 0, map(lambda x: x * 2, range(1, 500001))):\n    count += 1\nprint(count)",
    "string-building": "def build():\n    s = ''\n    for i in range(500000):\n        s += f'{i},'\n    return s\nprint(len(build()))",
    "hash-table": "h = {}\nfor i in range(300000):\n    h[f'key{i}'] = i\nsum = 0\nfor k in h.keys():\n    sum += h[k]\nprint(sum)",
    "regex": "import re\nhits = 0\nfor i in range(200000):\n    m = re.match(r'^(?P<name>[a-z]+)(\\d+)@(.+)$', f'user{i}@litwareinc.com', re.I)\n    if m: hits += len(m.group(1))\nprint(hits)\nprint(len(re.sub(r'\\d+', '#', 'a1b22c333' * 20000)))",
    "sort": "seed = 42\nrows = []\nfor i in range(100000):\n    seed = (seed * 1103 + 12345) % 1000003\n    rows.append({'Id': i, 'Key': seed})\ns = sorted(rows, key=lambda r: r['Key'])\nprint(s[0]['Key'], s[-1]['Key'], len(s))",
    "parse": "import ast\nunit = 'def get_item(a, b=3):\\n    if a > b:\\n        for x in range(b): print(f\"{x} of {a + 1}\")\\n    else:\\n        return {\"one\": 1, \"two\": \"x\"}\\n'\ntext = unit * (1048576 // len(unit))\nast.parse(text)\nprint(len(text) > 1000000)",
    "csv-import": "import csv, sys\nrows = list(csv.DictReader(open(sys.argv[1])))\nprint(len(rows), rows[99999]['SipAddress'])",
}


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{command} failed: {done.stderr.decode()}")
    return time.perf_counter() - start


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", choices=[[], *PYTHON])
    options.add_argument("--shell", default=str(ROOT / "target/release/pinsh"))
    options.add_argument("--rounds", type=int, default=5)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = pathlib.Path(folder, "rows.csv")
        with rows.open("w") as out:
            out.write("Id,Name,SipAddress,Pool,Pin\n")
            for i in range(100000):
                out.write(f'{i},"User {i}",sip:user{i}@litwareinc.com,redmond-cs-001.litwareinc.com,{i:06}\n')
        print(f"{'':18}{'pinsh ms':>10}{'python ms':>11}{'ratio':>8}")
        for name, program in PYTHON.items():
            if options.names and name not in options.names:
                continue
            extra = [str(rows)] if name == "csv-import" else []
            ours = [options.shell, "-NoProfile", str(ROOT / f"scripts/bench/{name}.ps1"), *extra]
            theirs = ["python3", "-S", "-c", program, *extra]
            if name == "start-up":
                ours = [options.shell, "-NoProfile", "-Command", ""]
            # Interleaved, so that both see the same noise.
            times = [(seconds(ours), seconds(theirs)) for _ in range(options.rounds)]
            a = statistics.median(t[0] for t in times) * 1000
            b = statistics.median(t[1] for t in times) * 1000
            print(f"{name:18}{a:10.1f}{b:11.1f}{a / b:8.2f}", flush=True)


main()
