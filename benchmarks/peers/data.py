"""The CSV files that both sides read, as numpy arrays."""

import csv
from pathlib import Path

import numpy as np


def split(file, train, valid, rows):
    """Writes the first `rows` rows of a CSV file to one file and the rest to another."""
    lines = Path(file).read_text().splitlines(keepends=True)
    Path(train).write_text("".join(lines[: 1 + rows]))
    Path(valid).write_text("".join(lines[:1] + lines[1 + rows :]))


def read(file):
    """Features (n x d) and the cells of the last column, the target (n)."""
    with open(file, newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    return np.array([[float(cell) for cell in row[:-1]] for row in rows]), [row[-1] for row in rows]


def regression(folder):
    """Training features and targets, standardised by their mean and population standard deviation."""
    x, cells = read(Path(folder, "regression-train.csv"))
    y = np.array([float(cell) for cell in cells])
    return (x - x.mean(0)) / x.std(0), (y - y.mean()) / y.std()


def classification(folder):
    """Training features, one-hot classes, and validation features; standardised on the training rows."""
    x, cells = read(Path(folder, "classification-train.csv"))
    valid, _ = read(Path(folder, "classification-valid.csv"))
    classes = sorted(set(cells))
    one_hot = np.array([[float(cell == name) for name in classes] for cell in cells])
    mean, deviation = x.mean(0), x.std(0)
    return (x - mean) / deviation, one_hot, (valid - mean) / deviation


def both(folder, name):
    """Training and validation features and one-hot classes, features standardised on the training rows."""
    (x, cells), (valid, valid_cells) = (read(Path(folder, f"{name}-{part}.csv")) for part in ("train", "valid"))
    classes = sorted(set(cells))
    hot = [np.array([[float(cell == name) for name in classes] for cell in some]) for some in (cells, valid_cells)]
    mean, deviation = x.mean(0), x.std(0)
    return (x - mean) / deviation, hot[0], (valid - mean) / deviation, hot[1]


def known_and_pool(folder, name, rows):
    """Features of all known tests and of the first `rows` candidates, standardised on the known tests."""
    (known, _), (pool, _) = (read(Path(folder, f"{name}-{part}.csv")) for part in ("train", "valid"))
    mean, deviation = known.mean(0), known.std(0)
    return (known - mean) / deviation, (pool[:rows] - mean) / deviation


def flipped(folder, rows):
    """Which of the first `rows` rows have a wrong class."""
    with open(Path(folder, "classification-truth.csv"), newline="") as stream:
        return np.array([row["flipped"] == "true" for row in csv.DictReader(stream)][:rows])
