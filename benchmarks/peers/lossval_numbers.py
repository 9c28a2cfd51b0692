"""LossVal in torch and geomloss on numbers, with the standardisation, deal and label noise of OpenDataVal written out.

    benchmarks/peers/.venv/bin/python benchmarks/peers/lossval_numbers.py ../shared/data/cpu_activity/cpu_activity.csv 0.1 25 FILE

The network of the paper for numbers: three linear layers of 90 units with tanh. Prints and writes F1 of the lower of two
clusters for each draw.
"""

import csv
import os
import sys

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
import torch
from geomloss import SamplesLoss


def standardised(x):
    return (x - x.mean(0)) / (x.std(0) + 1e-8)


def lower_cluster(scores):
    """Exact two means in one dimension."""
    ordered = np.sort(scores)
    count, left = len(ordered), np.arange(1, len(ordered))
    sums, squares = np.cumsum(ordered), np.cumsum(ordered**2)
    spread = squares[left - 1] - sums[left - 1] ** 2 / left
    spread += squares[-1] - squares[left - 1] - (sums[-1] - sums[left - 1]) ** 2 / (count - left)
    return scores <= ordered[np.argmin(spread)]


def f1(x, y, rate, seed):
    random = np.random.RandomState(seed)
    order = random.permutation(len(x))
    train, valid = order[:1000], order[1000:1100]
    targets = y[train].copy()
    spoiled = random.choice(1000, round(1000 * rate), replace=False)
    distinct, which = np.unique(targets, return_inverse=True)
    shift = random.choice(len(distinct) - 1, len(spoiled)) + 1
    targets[spoiled] = distinct[(which[spoiled] + shift) % len(distinct)]

    x_train, x_valid = (torch.tensor(x[rows], dtype=torch.float32) for rows in (train, valid))
    target = torch.tensor(targets, dtype=torch.float32)[:, None]
    torch.manual_seed(seed)
    linear, tanh = torch.nn.Linear, torch.nn.Tanh
    network = torch.nn.Sequential(linear(x.shape[1], 90), tanh(), linear(90, 90), tanh(), linear(90, 1))
    weights = torch.ones(1000, requires_grad=True)
    optimiser = torch.optim.Adam([*network.parameters(), weights], lr=0.01)
    for _ in range(30):
        for rows in torch.randperm(1000).split(32):
            features = x_train[rows]
            losses = ((network(features) - target[rows]) ** 2).sum(1)
            diameter = 1.1 * torch.cdist(features, x_valid).max().item()
            divergence = SamplesLoss("sinkhorn", p=2, blur=0.05, scaling=0.5, debias=True, diameter=diameter)
            transport = divergence(weights[rows], features, torch.ones(100), x_valid)
            optimiser.zero_grad()
            ((weights[rows] * losses).sum() * transport**2).backward()
            optimiser.step()
    called = lower_cluster(weights.detach().numpy().astype(float))
    wrong = np.zeros(1000, bool)
    wrong[spoiled] = True
    return 2 * (called & wrong).sum() / (called.sum() + wrong.sum())


def main(file, rate, draws, out):
    torch.set_num_threads(1)
    with open(file, newline="") as stream:
        cells = np.array(list(csv.reader(stream))[1:], dtype=float)
    x, y = standardised(cells[:, :-1]), standardised(cells[:, -1])
    with open(out, "w", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["rate", "draw", "f1_2means"])
        for seed in range(int(draws)):
            figure = f"{f1(x, y, float(rate), seed):.4f}"
            print(seed, figure, flush=True)
            writer.writerow([rate, seed, figure])


if __name__ == "__main__":
    main(*sys.argv[1:])
