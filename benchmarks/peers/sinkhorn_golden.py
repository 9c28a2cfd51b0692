"""What geomloss says of the clouds in our SinkhornDivergenceTest. Fails if the numbers in that test are wrong."""

import torch
from geomloss import SamplesLoss

# As in the test: unequal and equal masses of three points against two; value, F and G.
GOLDEN = {
    1.0: (3.8797736240, [1.8242047846, 1.5379910956, 1.8250712186], [-1.32557805, -1.0379910956]),
    3.5: (0.6020276471, [0.3561205309, 0.069906842, 0.3569869649], [0.1425062037, 0.430093158]),
}


def solve(a, x, b, y, diameter):
    """Value and both potentials, in double precision."""
    settings = dict(p=2, blur=0.05, scaling=0.5, debias=True, diameter=diameter)
    value = SamplesLoss("sinkhorn", **settings)(a, x, b, y)
    f, g = SamplesLoss("sinkhorn", potentials=True, **settings)(a, x, b, y)
    return value.item(), f.flatten(), g.flatten()


def clouds():
    """A batch of 32 against 100 points in ten dimensions, by a formula that any language can repeat."""
    i = torch.arange(1320, dtype=torch.float64)
    points = 2 * torch.sin(1 + i * i)
    masses = 1 + 0.5 * torch.sin(torch.arange(32, dtype=torch.float64))
    return masses, points[:320].reshape(32, 10), torch.ones(100, dtype=torch.float64), points[320:].reshape(100, 10)


def main():
    x = torch.tensor([[0.0, 0], [1, 0], [0, 2]], dtype=torch.float64)
    y = torch.tensor([[0.0, 1], [1, 1]], dtype=torch.float64)
    for total, (value, f, g) in GOLDEN.items():
        a = torch.tensor([1, 0.5, 2], dtype=torch.float64) / total
        b = torch.ones(2, dtype=torch.float64) / (1 if total == 1 else 2)
        found = solve(a, x, b, y, 1.1 * 2**0.5)
        ours = torch.tensor([value, *f, *g], dtype=torch.float64)
        error = (torch.cat([torch.tensor(found[:1], dtype=torch.float64), found[1], found[2]]) - ours).abs().max()
        assert error < 1e-9, f"geomloss says {found}, our test {value, f, g}"
        print(f"Sinkhorn golden values, total mass {3.5 / total:g}: the largest difference is {error:.1e}")
    masses, points, ones, cloud = clouds()
    value, f, g = solve(masses, points, ones, cloud, 1.1 * torch.cdist(points, cloud).max().item())
    print(f"32 x 100 points: value {value:.10f}, F[0] {f[0]:.10f}, F[31] {f[31]:.10f}, sum F {f.sum():.10f},"
          f" G[0] {g[0]:.10f}, G[99] {g[99]:.10f}")


if __name__ == "__main__":
    main()
