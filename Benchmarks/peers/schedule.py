# SPDX-License-Identifier: Apache-2.0
"""The critical path with networkx and the simulation with numpy, on files of schedule-bench.

Usage: schedule.py example PLAN > FILE    the activities of a plan as a network file
       schedule.py path FILE              times the critical path
       schedule.py chance FILE COUNT      times the simulation
"""
import csv
import statistics
import sys
import time


def read(path):
    items, links = {}, []
    for line in open(path):
        words = line.split()
        if words[0] == "item":
            items[words[1]] = tuple(float(days) for days in words[2:5])
        else:
            links.append((words[1], words[2], words[3], float(words[4])))
    return items, links


def example(plan):
    for row in csv.DictReader(open(plan + "/programme/activities.csv")):
        likely = row["likely"] or "0"
        print("item", row["id"], row["low"] or likely, likely, row["high"] or likely)
    for row in csv.DictReader(open(plan + "/programme/activity_links.csv")):
        print("link", row["from"], row["to"], row["kind"], row["lag"])


def critical_path(items, links):
    """Early finishes and total floats, by the usual two passes over a networkx graph."""
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(items)
    for first, second, kind, lag in links:
        graph.add_edge(first, second, kind=kind, lag=lag)
    order = list(networkx.topological_sort(graph))
    start, finish = {}, {}
    for item in order:
        begin, end = 0.0, 0.0
        for first, _, link in graph.in_edges(item, data=True):
            if link["kind"] == "finish-to-start":
                begin = max(begin, finish[first] + link["lag"])
            elif link["kind"] == "start-to-start":
                begin = max(begin, start[first] + link["lag"])
            else:
                end = max(end, finish[first] + link["lag"])
        start[item] = begin
        finish[item] = max(end, begin + items[item][1])
    last = max(finish.values())
    late_start, late_finish = {}, {}
    for item in reversed(order):
        end, begin = last, float("inf")
        for _, second, link in graph.out_edges(item, data=True):
            if link["kind"] == "finish-to-start":
                end = min(end, late_start[second] - link["lag"])
            elif link["kind"] == "start-to-start":
                begin = min(begin, late_start[second] - link["lag"])
            else:
                end = min(end, late_finish[second] - link["lag"])
        late_finish[item] = end
        late_start[item] = min(begin, end - items[item][1])
    floats = {i: min(late_start[i] - start[i], late_finish[i] - finish[i]) for i in order}
    return finish, floats


def simulate(items, links, count, generator):
    """Finishes of every item in every schedule, all schedules at once."""
    import networkx
    import numpy

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(items)
    for first, second, kind, lag in links:
        graph.add_edge(first, second, kind=kind, lag=lag)
    start, finish = {}, {}
    for item in networkx.topological_sort(graph):
        low, likely, high = items[item]
        if high > low:
            mode = (likely - low) / (high - low)
            days = low + (high - low) * generator.beta(1 + 4 * mode, 5 - 4 * mode, count)
        else:
            days = numpy.full(count, low)
        begin = numpy.zeros(count)
        end = numpy.zeros(count)
        for first, _, link in graph.in_edges(item, data=True):
            if link["kind"] == "finish-to-start":
                begin = numpy.maximum(begin, finish[first] + link["lag"])
            elif link["kind"] == "start-to-start":
                begin = numpy.maximum(begin, start[first] + link["lag"])
            else:
                end = numpy.maximum(end, finish[first] + link["lag"])
        start[item] = begin
        finish[item] = numpy.maximum(end, begin + days)
    return finish


def timed(runs, body):
    seconds = []
    for _ in range(runs):
        begin = time.process_time()
        result = body()
        seconds.append(time.process_time() - begin)
    return statistics.median(seconds), result


def main():
    what, path = sys.argv[1], sys.argv[2]
    if what == "example":
        example(path)
        return
    items, links = read(path)
    if what == "path":
        seconds, (finish, floats) = timed(7, lambda: critical_path(items, links))
        print("seconds", seconds)
        for item in finish:
            print("item", item, finish[item], floats[item])
        return
    import numpy

    generator = numpy.random.default_rng(7)
    count = int(sys.argv[3])
    seconds, finish = timed(5, lambda: simulate(items, links, count, generator))
    expected, _ = critical_path(items, links)
    last = max(expected, key=lambda item: expected[item])
    print("seconds", seconds)
    print("mean", float(finish[last].mean()))
    print("variance", float(finish[last].var(ddof=1)))
    print("p80", float(numpy.quantile(finish[last], 0.8)))


main()
