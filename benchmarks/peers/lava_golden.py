"""Prints the golden values of LavaValuatorTest, from OpenDataVal's LavaEvaluator in double precision."""

import os

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
import torch

from opendataval.dataval import LavaEvaluator


def cloud(rows, shift):
    """Three features whose formula the test repeats."""
    i, j = np.mgrid[0:rows, 0:3]
    return torch.tensor(2 * np.sin(1.0 + (3 * i + j + shift) ** 2))


def values(x_train, y_train, x_valid, y_valid):
    evaluator = LavaEvaluator()
    evaluator.embeddings = lambda *tensors: tensors
    evaluator.x_train, evaluator.y_train, evaluator.x_valid, evaluator.y_valid = x_train, y_train, x_valid, y_valid
    return evaluator.train_data_values().evaluate_data_values()


def main():
    torch.set_num_threads(1)
    x, v = cloud(40, 0), cloud(15, 1000)
    for classes in (2, 3):
        labels = [torch.eye(classes, dtype=torch.float64)[torch.arange(len(part)) % classes] for part in (x, v)]
        result = values(x, labels[0], v, labels[1])
        print(classes, "classes:", [f"{value:.8f}" for value in result[[0, 1, 2, 20, 39]]])
    numbers = [part.sum(1, keepdim=True) for part in (x, v)]
    print("numbers:", [f"{value:.8f}" for value in values(x, numbers[0], v, numbers[1])[[0, 1, 2, 20, 39]]])


if __name__ == "__main__":
    main()
