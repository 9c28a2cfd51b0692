"""LossVal in torch and geomloss on the draws that assay.benchmarks.LossValDraws wrote down, beside ours.

    benchmarks/run LossValDraws ../shared/data 5 5 benchmarks/target/draws
    benchmarks/peers/.venv/bin/python benchmarks/peers/draws.py benchmarks/target/draws benchmarks/results/lossval-draws.csv

The same rows, the same wrong classes, networks with other random numbers: what is left between the two means is the
implementation.
"""

import csv
import os
import statistics
import sys
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
import torch

import data
from agreement import f1_of_two_means
from lossval_torch import lossval


def main(folder, out):
    torch.set_num_threads(1)
    with open(Path(folder, "assay.csv"), newline="") as stream:
        results = list(csv.DictReader(stream))
    networks = 1 + max(int(row["network"]) for row in results)
    for draw in sorted({int(row["draw"]) for row in results}):
        rows, classes = data.read(Path(folder, f"draw-{draw}-train.csv"))
        valid, _ = data.read(Path(folder, f"draw-{draw}-valid.csv"))
        spoiled = rows[:, -1] == 1
        one_hot = np.eye(2)[[int(cell) for cell in classes]]
        x, y, v = (torch.tensor(part, dtype=torch.float32) for part in (rows[:, :-1], one_hot, valid[:, :-1]))
        for network in range(networks):
            scores = lossval(x, y, v, seed=1000 * draw + network).numpy().astype(float)
            f1 = f"{f1_of_two_means(scores, spoiled):.4f}"
            results.append({"draw": draw, "network": network, "implementation": "torch-geomloss", "f1_2means": f1})
        means = {
            name: statistics.mean(
                float(row["f1_2means"])
                for row in results
                if int(row["draw"]) == draw and row["implementation"] == name
            )
            for name in ("assay", "torch-geomloss")
        }
        print(f"draw {draw}: " + ", ".join(f"{name} {mean:.4f}" for name, mean in means.items()), flush=True)
    with open(out, "w", newline="") as stream:
        writer = csv.DictWriter(stream, ["draw", "network", "implementation", "f1_2means"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(results)


if __name__ == "__main__":
    main(*sys.argv[1:])
