#!/usr/bin/env python3
"""Peers of the search for clusters, on the same areas, links and distances.

Usage: clusters.py METHOD UNITS LINKS COUNT FLOOR CEILING
METHOD is azp, ward or maxp of spopt. UNITS is a CSV with id,people,east,north (kilometres), LINKS a CSV
with two ids in each row. Writes "name value" lines: processor seconds and the same measures as ours.
"""

import sys
import time
import warnings

import geopandas
import networkx
import numpy
import pandas
from libpysal.weights import W

warnings.filterwarnings("ignore")


def read(units_file, links_file):
    units = pandas.read_csv(units_file)
    place = {name: index for index, name in enumerate(units["id"])}
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(units)))
    for first, second in pandas.read_csv(links_file).values:
        graph.add_edge(place[first], place[second])
    return units, graph


def labels(method, units, graph, count, floor):
    points = geopandas.points_from_xy(units["east"], units["north"])
    frame = geopandas.GeoDataFrame(units.copy(), geometry=points)
    weights = W({node: sorted(graph[node]) for node in graph}, silence_warnings=True)
    columns = ["east", "north"]
    if method == "azp":
        from spopt.region import AZP
        model = AZP(frame, weights, columns, n_clusters=count)
    elif method == "ward":
        from spopt.region import WardSpatial
        model = WardSpatial(frame, weights, columns, n_clusters=count)
    elif method == "maxp":
        from spopt.region import MaxPHeuristic
        model = MaxPHeuristic(
            frame, weights, columns, "people", floor, top_n=2,
            max_iterations_construction=99, max_iterations_sa=2)
    else:
        sys.exit(f"no method {method}: azp, ward or maxp")
    model.solve()
    return numpy.asarray(model.labels_)


def measure(units, graph, found, floor, ceiling):
    people = units["people"].to_numpy(dtype=float)
    east, north = units["east"].to_numpy(), units["north"].to_numpy()
    distance = numpy.zeros(len(units))
    in_band = in_one_piece = 0
    groups = sorted(set(found))
    for group in groups:
        members = numpy.flatnonzero(found == group)
        total = people[members].sum()
        centre = [(people[members] * axis[members]).sum() / total for axis in (east, north)]
        distance[members] = numpy.hypot(east[members] - centre[0], north[members] - centre[1])
        in_band += floor <= total <= ceiling
        in_one_piece += networkx.is_connected(graph.subgraph(members))
    print("groups", len(groups))
    print("in-band", int(in_band))
    print("in-one-piece", int(in_one_piece))
    print("mean-km", round(float((distance * people).sum() / people.sum()), 4))


def main():
    method, units_file, links_file = sys.argv[1:4]
    count, floor, ceiling = (int(text) for text in sys.argv[4:7])
    units, graph = read(units_file, links_file)
    numpy.random.seed(1)
    start = time.process_time()
    found = labels(method, units, graph, count, floor)
    print("seconds", round(time.process_time() - start, 3))
    measure(units, graph, found, floor, ceiling)


if __name__ == "__main__":
    main()
