"""LossVal as its authors compute it: torch, and geomloss with automatic differentiation.

Wibiral, Belaid, Rabus and Scherp, "LossVal: Efficient Data Valuation for Neural Networks", 2024. Written from the
published description, as the release of opendataval on PyPI (1.3.0) does not have the method. Batches are index batches
rather than those of a DataLoader, which is faster.
"""

import torch
from geomloss import SamplesLoss


def lossval(x, y, x_valid, epochs=30, layers=5, hidden=100, batch=32, rate=0.01, seed=0):
    """The weight of every row after the last epoch.

    x: n x d, y: n x C one-hot, x_valid: m x d; tensors in single precision.
    """
    torch.manual_seed(seed)
    units = [x.shape[1]] + [hidden] * (layers - 1)
    modules = []
    for inputs, outputs in zip(units, units[1:]):
        modules += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    network = torch.nn.Sequential(*modules, torch.nn.Linear(hidden, y.shape[1]), torch.nn.Softmax(dim=1))
    weights = torch.ones(len(x), requires_grad=True)
    ones = torch.ones(len(x_valid))
    optimiser = torch.optim.Adam([*network.parameters(), weights], lr=rate)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(batch):
            features = x[rows]
            losses = -(y[rows] * torch.log(network(features) + 1e-8)).sum(1)
            diameter = 1.1 * torch.cdist(features, x_valid).max().item()
            divergence = SamplesLoss("sinkhorn", p=2, blur=0.05, scaling=0.5, debias=True, diameter=diameter)
            masses = weights[rows]
            transport = divergence(masses, features, ones, x_valid)
            loss = (masses * losses).sum() * transport**2
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return weights.detach()
