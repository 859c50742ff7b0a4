"""One peer of the supply graph, in a process of its own: `supply_peers.py PEER FOLDER`; prints CPU seconds as JSON.

Peers get arrays in memory: reading is not counted. `largest_gap` is the largest relative distance of a figure from ours, which
`emitrace supply solve` wrote to figures.csv; identifiers of the graph are 0, 1, 2 …
"""
import csv
import json
import resource
import sys
import time

import numpy as np

peer, folder = sys.argv[1:]
if peer == "klu":
    import kvxopt
    import kvxopt.klu
else:
    import scipy.sparse as sparse
    import scipy.sparse.linalg as linear
with open(f"{folder}/processes.csv", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    own = np.array([float(row[1]) for row in rows])
with open(f"{folder}/flows.csv", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    flows = np.array([(float(c), float(s), float(a)) for c, s, a in rows])
consumers, suppliers, amounts = flows[:, 0].astype(np.int32), flows[:, 1].astype(np.int32), flows[:, 2]
size = len(own)


def power_series():
    """own + A own + A² own … until nothing changes by 10^-12."""
    matrix = sparse.csr_matrix((amounts, (consumers, suppliers)), shape=(size, size))
    figures = own.copy()
    while True:
        after = own + matrix @ figures
        if np.max(np.abs(after - figures)) <= 1e-12 * np.max(np.abs(after)):
            return after
        figures = after


def bicgstab():
    matrix = sparse.identity(size, format="csr") - sparse.csr_matrix((amounts, (consumers, suppliers)), shape=(size, size))
    return linear.bicgstab(matrix, own, rtol=1e-12, maxiter=1000)[0]


def splu():
    matrix = sparse.identity(size, format="csc") - sparse.csc_matrix((amounts, (consumers, suppliers)), shape=(size, size))
    return linear.splu(matrix, permc_spec="NATURAL").solve(own)


def klu():
    """SuiteSparse KLU with its block triangular form; building its matrix is counted."""
    at = np.arange(size)
    values = np.concatenate([-amounts, np.ones(size)]).tolist()
    places = [np.concatenate([ends, at]).tolist() for ends in (consumers, suppliers)]
    system, right = kvxopt.spmatrix(values, *places, (size, size)), kvxopt.matrix(own.tolist())
    kvxopt.klu.linsolve(system, right)
    return np.array(right).ravel()


started = time.process_time()
figures = {"power-series": power_series, "bicgstab": bicgstab, "splu": splu, "klu": klu}[peer]()
cpu = time.process_time() - started
ours = np.zeros(size)
with open(f"{folder}/figures.csv", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    for process, figure in rows:
        ours[int(process)] = float(figure)
gap = float(np.max(np.abs(figures - ours) / np.maximum(np.abs(ours), 1e-30)))
print(json.dumps({"cpu": cpu, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "largest_gap": gap}))
