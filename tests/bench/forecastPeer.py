# The same formulas in plain numpy, vectorised over the past events: a sweep, and (25) at a few cells.
import json
import sys
import time
from pathlib import Path

import numpy as np

folder = Path(sys.argv[1])
x, y, t, b, log_a = np.loadtxt(folder / "events.csv", delimiter=",").T
s = np.loadtxt(folder / "latest.csv", delimiter=",")
g = np.loadtxt(folder / "cells.csv", delimiter=",")
p = np.loadtxt(folder / "parameters.csv")
alpha, beta, w = p[:3], p[3:6], p[6:]
a = np.exp(log_a)
b = b.astype(int) - 1
wn = (w / np.bincount(b, minlength=len(w)))[b]


def i0e(k):
    return np.where(k < 500, np.i0(np.minimum(k, 500)) * np.exp(-np.minimum(k, 500)), 1 / np.sqrt(2 * np.pi * np.maximum(k, 1e-300)))


def sweep(chosen, rng):
    grid = np.arange(100) / 100
    for column, position, power in ((0, x, beta[0]), (1, y, beta[1])):
        d2 = (s[:, column] - position[chosen]) ** 2
        rate = (d2 * a[chosen] ** (2 * power)).sum() / 2
        scale = rng.gamma((len(s) + 1) / 2) / rate
        [v * log_a[chosen].sum() - scale / 2 * (d2 * a[chosen] ** (2 * v)).sum() for v in grid]
    cosines = np.cos((s[:, 2] - t[chosen]) * np.pi / 12)
    for k in [v * v * a[chosen] ** (2 * beta[2]) for v in np.arange(1001) / 100] + [alpha[2] ** 2 * a[chosen] ** (2 * v) for v in grid]:
        (k * (cosines - 1) - np.log(i0e(k))).sum()
    rng.gamma(1 + np.bincount(b[chosen], minlength=len(w)))
    i1, i2, tau = alpha[0] * a ** beta[0], alpha[1] * a ** beta[1], (alpha[2] * a ** beta[2]) ** 2
    base = i1 * i2 * wn / i0e(tau)
    drawn = np.empty(len(s), int)
    for l in range(len(s)):
        k = base * np.exp(-(((s[l, 0] - x) * i1) ** 2) / 2 - ((s[l, 1] - y) * i2) ** 2 / 2 + tau * (np.cos((s[l, 2] - t) * np.pi / 12) - 1))
        c = np.cumsum(k)
        drawn[l] = np.searchsorted(c, rng.random() * c[-1])
    return drawn


rng = np.random.default_rng(1)
chosen = rng.integers(len(x), size=len(s))
start = time.process_time()
for _ in range(2):
    chosen = sweep(chosen, rng)
sweep_time = (time.process_time() - start) / 2
i1, i2, tau = alpha[0] * a ** beta[0], alpha[1] * a ** beta[1], (alpha[2] * a ** beta[2]) ** 2
share = sum(np.exp(tau * (np.cos((m - t) * np.pi / 12) - 1)) / 100 for m in 20 + (np.arange(400) + 0.5) / 100) / (24 * i0e(tau))
denominator = (wn * share).sum()
start = time.process_time()
for _ in range(4):
    density = [float((wn * share * i1 * i2 / (2 * np.pi) * np.exp(-(((cx - x) * i1) ** 2) / 2 - ((cy - y) * i2) ** 2 / 2)).sum() / denominator) for cx, cy in g]
cell_time = (time.process_time() - start) / (4 * len(g))
print(json.dumps({"name": f"numpy {np.__version__}", "sweep": sweep_time, "cell": cell_time, "density": density}))
