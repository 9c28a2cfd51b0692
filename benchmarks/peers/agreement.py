"""Do both implementations of LossVal say the same? On the same rows, a fifth of them with a wrong class, with several seeds.

Networks start from different random numbers, so the scores of two runs differ within one implementation too; the rank
correlation between two runs of the two implementations has to be as high as that between two runs of one.
"""

import argparse
import csv
import itertools
import os
import statistics
import subprocess

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
import torch
from scipy.stats import spearmanr
from sklearn.cluster import KMeans

import data
from lossval_torch import lossval


def our_scores(launcher, folder, seed):
    """Through the command line."""
    out = f"{folder}/scores-{seed}.csv"
    command = [launcher, "--seed", str(seed), "--threads", "1", "--no-progress", "-q", "value"]
    command += ["--train", f"{folder}/classification-train.csv", "--valid", f"{folder}/classification-valid.csv"]
    command += ["--target", "binaryClass", "--method", "lossval-reference", "--out", out]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(out, newline="") as stream:
        values = {int(row["id"]): float(row["value"]) for row in csv.DictReader(stream)}
    return np.array([values[row] for row in range(len(values))])


def f1_of_two_means(scores, spoiled):
    """F1 of calling the lower of two clusters spoiled."""
    means = KMeans(2, n_init=10, random_state=0).fit(scores.reshape(-1, 1))
    called = means.labels_ == means.cluster_centers_.argmin()
    return 2 * (called & spoiled).sum() / (called.sum() + spoiled.sum())


def rank_correlation(pairs):
    return statistics.mean(spearmanr(a, b).statistic for a, b in pairs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--launcher", required=True)
    parser.add_argument("--data", required=True, help="folder of the CSV files")
    parser.add_argument("--out", required=True, help="CSV file to write")
    parser.add_argument("--seeds", type=int, default=5)
    options = parser.parse_args()

    torch.set_num_threads(1)
    x, y, valid = (torch.tensor(part, dtype=torch.float32) for part in data.classification(options.data))
    spoiled = data.flipped(options.data, len(x))
    seeds = range(1, options.seeds + 1)
    scores = {
        "assay": [our_scores(options.launcher, options.data, seed) for seed in seeds],
        "torch-geomloss": [lossval(x, y, valid, seed=seed).numpy().astype(float) for seed in seeds],
    }
    ours, theirs = scores.values()
    table = []
    for name, runs in scores.items():
        f1 = [f1_of_two_means(run, spoiled) for run in runs]
        error = statistics.stdev(f1) / len(f1) ** 0.5
        table.append((f"f1_2means {name}", statistics.mean(f1), error))
    for name, runs in scores.items():
        table.append((f"mean_score {name}", np.mean(runs), np.std(np.mean(runs, axis=1), ddof=1) / len(runs) ** 0.5))
    for name, runs in scores.items():
        table.append((f"spearman_of_two_runs {name}", rank_correlation(itertools.combinations(runs, 2)), ""))
    table.append(("spearman_of_two_runs assay and torch-geomloss", rank_correlation(itertools.product(ours, theirs)), ""))
    means = [(np.mean(ours, axis=0), np.mean(theirs, axis=0))]
    table.append(("spearman_of_mean_scores assay and torch-geomloss", rank_correlation(means), ""))

    print(f"\nAgreement of LossVal, {len(x)} rows, {spoiled.sum()} with a wrong class, {options.seeds} seeds:")
    with open(options.out, "w", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["measure", "value", "std_error", "seeds"])
        for measure, value, error in table:
            cell = f"{error:.4f}" if error != "" else ""
            print(f"  {measure:<50} {value:.4f}" + (f" (s.e. {cell})" if cell else ""))
            writer.writerow([measure, f"{value:.4f}", cell, options.seeds])


if __name__ == "__main__":
    main()
