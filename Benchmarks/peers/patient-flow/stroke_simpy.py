"""The stroke capacity model of Monks et al. (2016), reading A, in SimPy written for speed: no log,
no tables, numbers drawn by numpy a thousand at a time. Usage: stroke_simpy.py [replications]"""
import json
import math
import sys
import time

import numpy
import simpy

REPLICATIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 150
ACUTE_INTERVALS = {"stroke": 1.2, "tia": 9.3, "neuro": 3.6, "other": 3.2}
REHABILITATION_INTERVALS = {"stroke": 21.8, "neuro": 31.7, "other": 28.6}
ACUTE_STAYS = {
    "no-esd": (7.4, 8.61), "esd": (4.6, 4.8), "died": (7.0, 8.7), "tia": (1.8, 2.3),
    "neuro": (4.0, 5.0), "other": (3.8, 5.2)}
REHABILITATION_STAYS = {
    "no-esd": (28.4, 27.2), "esd": (30.3, 23.1), "tia": (18.7, 23.5), "neuro": (27.6, 28.4),
    "other": (16.1, 14.1)}
ACUTE_SHARES = {
    "stroke": (0.24, 0.13), "tia": (0.01, 0.01), "neuro": (0.11, 0.05), "other": (0.05, 0.10)}
EARLY_SHARES = {"stroke": 0.4, "tia": 0.0, "neuro": 0.09, "other": 0.13}
WAYS = ("no-esd", "esd", "died")
WARM_UP, END = 3 * 365, 8 * 365


class Numbers:
    """Random numbers, drawn a thousand at a time."""

    def __init__(self, draw):
        self.draw = draw
        self.left = []

    def __call__(self):
        if not self.left:
            self.left = self.draw(1024).tolist()
        return self.left.pop()


def lognormal(generator, mean, deviation):
    variance = math.log(1 + (deviation / mean) ** 2)
    location, scale = math.log(mean) - variance / 2, math.sqrt(variance)
    return Numbers(lambda count: generator.lognormal(location, scale, count))


def exponential(generator, mean):
    return Numbers(lambda count: generator.exponential(mean, count))


def replicate(seed, acute_counts, rehabilitation_counts):
    children = numpy.random.SeedSequence(seed).spawn(30)
    generators = iter([numpy.random.default_rng(child) for child in children])
    come = {k: exponential(next(generators), v) for k, v in ACUTE_INTERVALS.items()}
    come_later = {
        k: exponential(next(generators), v) for k, v in REHABILITATION_INTERVALS.items()}
    acute_stay = {k: lognormal(next(generators), *v) for k, v in ACUTE_STAYS.items()}
    later_stay = {k: lognormal(next(generators), *v) for k, v in REHABILITATION_STAYS.items()}
    units = next(generators)
    share = Numbers(lambda count: units.random(count))
    environment = simpy.Environment()
    people = [0, 0]

    def rehabilitation(kind):
        people[1] += 1
        is_early = share() < EARLY_SHARES[kind]
        stay = ("esd" if is_early else "no-esd") if kind == "stroke" else kind
        yield environment.timeout(later_stay[stay]())
        people[1] -= 1

    def acute(kind):
        people[0] += 1
        luck = share()
        later, early = ACUTE_SHARES[kind]
        way = 0 if luck < later else (1 if luck < later + early else 2)
        yield environment.timeout(acute_stay[WAYS[way] if kind == "stroke" else kind]())
        people[0] -= 1
        if way == 0:
            environment.process(rehabilitation(kind))

    def arrivals(interval, patient, kind):
        while True:
            yield environment.timeout(interval())
            environment.process(patient(kind))

    def audit():
        yield environment.timeout(WARM_UP)
        while True:
            acute_counts[people[0]] += 1
            rehabilitation_counts[people[1]] += 1
            yield environment.timeout(1)

    for kind, interval in come.items():
        environment.process(arrivals(interval, acute, kind))
    for kind, interval in come_later.items():
        environment.process(arrivals(interval, rehabilitation, kind))
    environment.process(audit())
    environment.run(until=END)


def main():
    acute_counts = numpy.zeros(200, int)
    rehabilitation_counts = numpy.zeros(200, int)
    start = time.process_time()
    for seed in range(REPLICATIONS):
        replicate(seed, acute_counts, rehabilitation_counts)
    seconds = time.process_time() - start
    found = {"cpu": seconds, "replications": REPLICATIONS}
    for beds in range(9, 16):
        found[f"acute{beds}"] = acute_counts[beds] / acute_counts[: beds + 1].sum()
    for beds in (10, 12, 13, 14, 15, 16):
        counts = rehabilitation_counts
        found[f"rehabilitation{beds}"] = counts[beds] / counts[: beds + 1].sum()
    print(json.dumps(found))


main()
