"""CoreSet of scikit-activeml on the files of assay.benchmarks.PoolScaling: seconds, and the most memory the process held.

    timeout 600 benchmarks/peers/.venv/bin/python benchmarks/peers/core_set_million.py FOLDER CANDIDATES PICKS

One thread, as everything here.
"""

import os
import resource
import sys
import time

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
import pandas
from skactiveml.pool import CoreSet


def main():
    folder, candidates, picks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    columns = [f"x{j}" for j in range(1, 17)]
    start = time.perf_counter()
    known = pandas.read_csv(f"{folder}/train.csv", usecols=columns).to_numpy()
    pool = pandas.read_csv(f"{folder}/pool-{candidates}.csv", usecols=columns).to_numpy()
    x = (np.vstack([known, pool]) - known.mean(0)) / known.std(0)
    y = np.full(len(x), np.nan)
    y[: len(known)] = 0
    read = time.perf_counter()
    print(f"{candidates} candidates: read in {read - start:.1f} s", flush=True)
    picked = CoreSet(random_state=0).query(x, y, batch_size=picks)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{picks} picks in {time.perf_counter() - read:.1f} s, {peak:.0f} MB at most; first {picked[:5] - len(known)}")


if __name__ == "__main__":
    main()
