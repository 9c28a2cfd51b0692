"""Times our workloads and theirs in turn, prints a table and writes it as CSV.

Every implementation has a process of its own. With start-up excluded it is warmed up, and then each gets one run after the
other, round by round; only one process works at a time. With start-up included every run is a new process, timed from
outside: virtual machine or interpreter, imports, reading the data, and one run.
"""

import argparse
import csv
import datetime
import importlib.metadata
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent

# row: what is done, on how many threads, and how many runs are counted: few where a peer takes a while. Ours comes first in
# every row, and is what the others are compared with.
ROWS = {
    "mlp-training": ("one training of an MLP 10-100-100-1: 1000 rows, 5 epochs, batch 32, Adam", 1, 5),
    "subset-trainings": ("1000 trainings of that MLP, each on a random half of the rows, 1 epoch", 2, 5),
    "lossval-reference": ("LossVal, 30 epochs: 1000 x 10, 100 validation rows, 5 x 100 MLP, batch 32", 1, 5),
    "knn-shapley": ("KNN-Shapley, k = 10: 10000 x 32, 1000 validation rows", 2, 3),
    "lava": ("LAVA, two classes: 5000 x 10, 500 validation rows", 1, 3),
    "dvrl-reference": ("DVRL, 20 iterations of 32 rows: 1000 x 10, 100 validation rows, 5 x 100 MLP, 5 epochs", 1, 3),
    "core-set": ("CoreSet (greedy k-center): 1000 picks out of 100000 x 16, 1000 known tests", 1, 3),
    "banzhaf": ("Banzhaf, 1000 models: 1000 x 10, 100 validation rows, 5 x 100 MLP, 1 epoch", 1, 3),
    "loo": ("leave one out, 1001 of those models", 1, 3),
    "data-oob": ("Data-OOB, 1000 of those models", 1, 3),
    "ame": ("AME, 250 of those models at each of four probabilities, then the lasso", 1, 3),
}

PEER_LIBRARIES = {
    "torch-tight": ["torch"],
    "torch-loader": ["torch"],
    "torch-stacked": ["torch"],
    "torch-geomloss": ["torch", "geomloss"],
    "opendataval": ["opendataval", "torch"],
    "pydvl": ["pyDVL", "scikit-learn"],
    "scikit-activeml": ["scikit-activeml", "scikit-learn"],
}

HEADER = (
    "date,cpu,cores,load,row,implementation,versions,threads,start_up,runs,"
    "median_seconds,least_seconds,most_seconds,times_ours"
).split(",")

ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")}


class Side:
    """A program that runs workloads when asked."""

    def __init__(self, command):
        self.command = command
        self.processes = {}
        self.workloads = self._once("list").split()

    def _start(self):
        return subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD
        )

    def _once(self, line):
        process = self._start()
        answer, _ = process.communicate(line + "\n")
        if process.returncode != 0:
            sys.exit(f"error: {line} failed with exit status {process.returncode}; its message is above")
        return answer

    def warm(self, name):
        """Seconds of one run in a process that is kept."""
        if name not in self.processes:
            self.processes[name] = self._start()
        process = self.processes[name]
        process.stdin.write(name + "\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith(name + " "):
                return float(line.split()[1])
        sys.exit(f"error: {name} stopped with exit status {process.wait()}; its message is above")

    def cold(self, name):
        """Seconds of a new process that runs once."""
        start = time.perf_counter()
        self._once(name)
        return time.perf_counter() - start

    def close(self):
        for process in self.processes.values():
            process.stdin.close()
            process.wait()
        self.processes.clear()


def warm_up(side, name, seconds):
    """Runs until the time is over, at least once: the compiler of a virtual machine needs them."""
    end = time.perf_counter() + seconds
    side.warm(name)
    while time.perf_counter() < end:
        side.warm(name)


def alternate(contenders, runs, timer):
    """Seconds of every run, by name."""
    seconds = {name: [] for _, name in contenders}
    for _ in range(runs):
        for side, name in contenders:
            seconds[name].append(timer(side, name))
    return seconds


def row_of(name):
    return name.split("/")[0]


def implementation_of(name):
    return name.split("/")[1]


def cpu_model():
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found.group(1).strip() if found else platform.processor() or platform.machine()


def our_version(java, home):
    text = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    commit = subprocess.run(["git", "-C", home, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    version = re.search(r'version "(.+?)"', text).group(1)
    return f"assay {commit.stdout.strip() or 'unknown'}; Java {version}"


def their_versions(implementation):
    parts = [f"{name} {importlib.metadata.version(name)}" for name in PEER_LIBRARIES[implementation]]
    return "; ".join(parts + [f"Python {platform.python_version()}"])


def compare(ours, theirs, options):
    """The rows of the table."""
    unknown = {row_of(name) for name in ours.workloads + theirs.workloads} - set(ROWS)
    if unknown:
        sys.exit(f"error: no description of {sorted(unknown)}. Maybe add it to ROWS?")
    version = our_version(options.java, options.home)
    facts = [datetime.date.today().isoformat(), cpu_model(), os.cpu_count()]
    table = []
    for row, (description, threads, row_runs) in ROWS.items():
        runs = options.runs or row_runs
        if options.row and row not in options.row:
            continue
        mine = [name for name in ours.workloads if row_of(name) == row]
        contenders = [(ours, name) for name in mine]
        contenders += [(theirs, name) for name in theirs.workloads if row_of(name) == row]
        if not mine or len(contenders) == len(mine):
            sys.exit(f"error: row {row} has workloads on one side only")
        description = f"less than {description}" if options.smoke else description
        print(f"\n{row}: {description}; {threads} thread{'s' * (threads > 1)}", flush=True)
        for start_up, timer in (("excluded", Side.warm), ("included", Side.cold)):
            if start_up == "included" and options.warm_only:
                continue
            load = f"{os.getloadavg()[0]:.2f}"
            if start_up == "excluded":
                for side, name in contenders:
                    warm_up(side, name, options.warm_up)
            seconds = alternate(contenders, runs, timer)
            ours.close()
            theirs.close()
            reference = statistics.median(seconds[mine[0]])
            print(f"  start-up {start_up}, load {load}:")
            for side, name in contenders:
                times = seconds[name]
                median = statistics.median(times)
                ratio = f"{median / reference:.2f}"
                implementation = implementation_of(name)
                print(
                    f"    {implementation:<15} median {median:9.4f} s   least {min(times):9.4f} s"
                    f"   {ratio:>7} times ours",
                    flush=True,
                )
                measured = [f"{value:.6f}" for value in (median, min(times), max(times))]
                versions = version if side is ours else their_versions(implementation)
                table.append(
                    facts + [load, row, implementation, versions, threads, start_up, runs, *measured, ratio]
                )
    return table


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", required=True, help="root of the project")
    parser.add_argument("--java", required=True)
    parser.add_argument("--data", required=True, help="folder of the CSV files")
    parser.add_argument("--out", required=True, help="CSV file to write")
    parser.add_argument("--runs", type=int, help="instead of those of each row")
    parser.add_argument("--warm-up", type=float, default=10, help="seconds per implementation")
    parser.add_argument("--row", action="append", help="only this row; repeatable")
    parser.add_argument("--warm-only", action="store_true", help="leave out the runs that include the start-up")
    parser.add_argument("--smoke", action="store_true", help="less work, to see that all runs")
    options = parser.parse_args()

    smoke = ["smoke"] if options.smoke else []
    modules = [f"{options.home}/{module}/target/classes" for module in ("benchmarks", "campaigns")]
    classes = ":".join([*modules, f"{options.home}/campaigns/target/lib/*"])
    # The serial collector, so that a collection does not run on more threads than the row has.
    java = [options.java, "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector", "-cp", classes, "assay.benchmarks.PeerTimings"]
    ours = Side([*java, options.data, *smoke])
    theirs = Side([sys.executable, str(HERE / "workloads.py"), options.data, *smoke])

    table = compare(ours, theirs, options)
    Path(options.out).parent.mkdir(parents=True, exist_ok=True)
    with open(options.out, "w", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(table)


if __name__ == "__main__":
    main()
