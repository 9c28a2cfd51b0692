"""Their side of the comparison: the same work as assay.benchmarks.PeerTimings, by other libraries.

Arguments: the folder of the CSV files, and `smoke` for less work. Reads commands from standard input, one a line:
`list` prints the names of the workloads; a name runs that workload once and prints `name seconds`. What a workload needs
is read, imported and made ready before its clock starts.

To add a workload, write a function that gets a `Setting`, makes everything ready and returns the work as a function of
no arguments, and enter it in WORKLOADS under `row/implementation`.
"""

import multiprocessing
import os
import sys
import time
import warnings
from dataclasses import dataclass

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import torch

import data

SUBSET_PROCESSES = 2


@dataclass(frozen=True)
class Setting:
    """Where the data is, and how much to do."""

    folder: str
    subsets: int
    lossval_epochs: int
    dvrl_iterations: int
    knn_rows: int
    pool_rows: int
    picks: int


def one_thread():
    torch.set_num_threads(1)


def regression(setting):
    x, y = data.regression(setting.folder)
    return torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.float32).unsqueeze(1)


def network(inputs):
    return torch.nn.Sequential(
        torch.nn.Linear(inputs, 100),
        torch.nn.ReLU(),
        torch.nn.Linear(100, 100),
        torch.nn.ReLU(),
        torch.nn.Linear(100, 1),
    )


def train_from_loader(x, y, epochs):
    """The loop of a tutorial."""
    model = network(x.shape[1])
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=32, shuffle=True)
    for _ in range(epochs):
        for features, targets in loader:
            optimiser.zero_grad()
            torch.nn.functional.mse_loss(model(features), targets).backward()
            optimiser.step()
    return model


def train_from_indices(x, y, epochs):
    """The fastest loop we know: index batches and the fused optimiser."""
    model = network(x.shape[1])
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01, fused=True)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(32):
            optimiser.zero_grad()
            torch.nn.functional.mse_loss(model(x[rows]), y[rows]).backward()
            optimiser.step()
    return model


def mlp_torch_loader(setting):
    x, y = regression(setting)
    return lambda: train_from_loader(x, y, epochs=5)


def mlp_torch_tight(setting):
    x, y = regression(setting)
    return lambda: train_from_indices(x, y, epochs=5)


def mlp_opendataval(setting):
    from opendataval.model import RegressionMLP

    x, y = regression(setting)
    return lambda: RegressionMLP(x.shape[1], 1, layers=3, hidden_dim=100).fit(x, y, batch_size=32, epochs=5, lr=0.01)


def train_subsets(x, y, subsets):
    """One training after the other, each on a random half of the rows."""
    for seed in subsets:
        torch.manual_seed(seed)
        half = torch.randperm(len(x))[: len(x) // 2]
        train_from_indices(x[half], y[half], epochs=1)


def train_subsets_stacked(x, y, subsets, at_once=50):
    """Many trainings at once, as batched products of stacked parameters; the halves are of one size, so steps line up."""
    units = [x.shape[1], 100, 100, 1]
    for start in range(0, len(subsets), at_once):
        seeds = subsets[start : start + at_once]
        count = len(seeds)
        torch.manual_seed(seeds[0])
        parameters = []
        for inputs, outputs in zip(units, units[1:]):
            bound = inputs**-0.5
            parameters.append(torch.empty(count, inputs, outputs).uniform_(-bound, bound).requires_grad_())
            parameters.append(torch.empty(count, 1, outputs).uniform_(-bound, bound).requires_grad_())
        optimiser = torch.optim.Adam(parameters, lr=0.01, fused=True)
        halves = torch.stack([torch.randperm(len(x))[: len(x) // 2] for _ in seeds])
        for rows in halves.split(32, dim=1):
            hidden = x[rows]
            for layer in range(0, len(parameters), 2):
                hidden = torch.baddbmm(parameters[layer + 1], hidden, parameters[layer])
                if layer + 2 < len(parameters):
                    hidden = torch.relu(hidden)
            optimiser.zero_grad()
            (hidden - y[rows]).square().mean(dim=(1, 2)).sum().backward()
            optimiser.step()


def in_processes(train, setting):
    """Shares the subsets among processes of one thread each; the processes are started before the clock."""
    x, y = regression(setting)
    pool = multiprocessing.get_context("fork").Pool(SUBSET_PROCESSES, initializer=one_thread)
    seeds = list(range(setting.subsets))
    shares = [(x, y, seeds[process::SUBSET_PROCESSES]) for process in range(SUBSET_PROCESSES)]
    return lambda: pool.starmap(train, shares, chunksize=1)


def lossval_torch(setting):
    from lossval_torch import lossval

    x, y, valid = (torch.tensor(part, dtype=torch.float32) for part in data.classification(setting.folder))
    return lambda: lossval(x, y, valid, epochs=setting.lossval_epochs)


def evaluated(evaluator, setting, name, rows=None):
    """An evaluator of opendataval with everything but its model."""
    parts = data.both(setting.folder, name)
    x, y, valid, valid_y = (torch.tensor(part, dtype=torch.float32) for part in parts)
    return evaluator.input_data(x[:rows], y[:rows], valid, valid_y)


def quietly(work):
    """Without the progress bars of opendataval, whose drawing would count."""
    from functools import partialmethod

    from tqdm import tqdm

    tqdm.__init__ = partialmethod(tqdm.__init__, disable=True)
    return work


def knn_shapley_opendataval(setting):
    from opendataval.dataval import KNNShapley

    torch.set_num_threads(2)
    return quietly(
        lambda: evaluated(KNNShapley(k_neighbors=10), setting, "knn", setting.knn_rows).train_data_values()
    )


def knn_shapley_pydvl(setting):
    from joblib import parallel_config
    from pydvl.valuation import Dataset, KNNShapleyValuation
    from sklearn.neighbors import KNeighborsClassifier

    x, y, valid, valid_y = data.both(setting.folder, "knn")
    rows = slice(setting.knn_rows)
    known, holdout = Dataset(x[rows], y[rows].argmax(1)), Dataset(valid, valid_y.argmax(1))

    def work():
        with parallel_config(n_jobs=2):
            KNNShapleyValuation(KNeighborsClassifier(10), holdout, progress=False).fit(known)

    return work


def lava_opendataval(setting):
    from opendataval.dataval import LavaEvaluator

    return quietly(lambda: evaluated(LavaEvaluator(), setting, "lava").train_data_values())


def dvrl_opendataval(setting):
    from opendataval.dataval import DVRL
    from opendataval.metrics import accuracy
    from opendataval.model import ClassifierMLP

    def work():
        evaluator = evaluated(DVRL(rl_epochs=setting.dvrl_iterations), setting, "classification")
        evaluator.input_model(ClassifierMLP(evaluator.x_train.shape[1], 2, layers=5, hidden_dim=100))
        evaluator.input_metric(accuracy)
        evaluator.train_data_values(batch_size=32, epochs=5, lr=0.01)
        evaluator.evaluate_data_values()

    return quietly(work)


def core_set_scikit_activeml(setting):
    import numpy as np
    from skactiveml.pool import CoreSet

    known, pool = data.known_and_pool(setting.folder, "core-set", setting.pool_rows)
    x, y = np.vstack([known, pool]), np.full(len(known) + len(pool), np.nan)
    y[: len(known)] = 0
    return lambda: CoreSet(random_state=0).query(x, y, batch_size=setting.picks)


def retraining_opendataval(make, setting, rows=None):
    """A method that retrains, with the network of the paper and one epoch."""
    from opendataval.metrics import accuracy
    from opendataval.model import ClassifierMLP

    def work():
        evaluator = evaluated(make(), setting, "classification", rows)
        evaluator.input_model(ClassifierMLP(evaluator.x_train.shape[1], 2, layers=5, hidden_dim=100))
        evaluator.input_metric(accuracy)
        evaluator.train_data_values(batch_size=32, epochs=1, lr=0.01)
        evaluator.evaluate_data_values()

    return quietly(work)


def banzhaf_opendataval(setting):
    from opendataval.dataval import DataBanzhaf

    return retraining_opendataval(lambda: DataBanzhaf(num_models=setting.subsets), setting)


def loo_opendataval(setting):
    from opendataval.dataval import LeaveOneOut

    return retraining_opendataval(LeaveOneOut, setting, rows=setting.subsets)


def data_oob_opendataval(setting):
    from opendataval.dataval import DataOob

    # Fewer would leave rows without a value.
    return retraining_opendataval(lambda: DataOob(num_models=max(60, setting.subsets)), setting)


def ame_opendataval(setting):
    """So many models at each of four probabilities."""
    from opendataval.dataval import AME

    return retraining_opendataval(lambda: AME(num_models=setting.subsets // 4), setting)


WORKLOADS = {
    "mlp-training/torch-tight": mlp_torch_tight,
    "mlp-training/torch-loader": mlp_torch_loader,
    "mlp-training/opendataval": mlp_opendataval,
    "subset-trainings/torch-tight": lambda setting: in_processes(train_subsets, setting),
    "subset-trainings/torch-stacked": lambda setting: in_processes(train_subsets_stacked, setting),
    "lossval-reference/torch-geomloss": lossval_torch,
    "knn-shapley/opendataval": knn_shapley_opendataval,
    "knn-shapley/pydvl": knn_shapley_pydvl,
    "lava/opendataval": lava_opendataval,
    "dvrl-reference/opendataval": dvrl_opendataval,
    "core-set/scikit-activeml": core_set_scikit_activeml,
    "banzhaf/opendataval": banzhaf_opendataval,
    "loo/opendataval": loo_opendataval,
    "data-oob/opendataval": data_oob_opendataval,
    "ame/opendataval": ame_opendataval,
}


def main():
    # opendataval pins memory for a graphics card that is not there, and says so at every batch.
    warnings.filterwarnings("ignore", message=".*pin_memory.*")
    one_thread()
    smoke = "smoke" in sys.argv[2:]
    setting = Setting(
        sys.argv[1],
        subsets=20 if smoke else 1000,
        lossval_epochs=2 if smoke else 30,
        dvrl_iterations=3 if smoke else 20,
        knn_rows=200 if smoke else 10_000,
        pool_rows=2000 if smoke else 100_000,
        picks=20 if smoke else 1000,
    )
    ready = {}
    for line in sys.stdin:
        name = line.strip()
        if name == "list":
            print(" ".join(WORKLOADS), flush=True)
            continue
        if name not in ready:
            ready[name] = WORKLOADS[name](setting)
        start = time.perf_counter()
        ready[name]()
        print(f"{name} {time.perf_counter() - start:.6f}", flush=True)


if __name__ == "__main__":
    main()
