"""Five servers, four arrivals a unit of time, in SimPy as its documentation shows: a process for
each customer and a resource. Prints one line of JSON. Usage: five_servers_simpy.py [customers]"""
import json
import random
import sys
import time

import simpy

CUSTOMERS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def main():
    chance = random.Random(1)
    environment = simpy.Environment()
    servers = simpy.Resource(environment, capacity=5)
    waited = 0.0
    had_to_wait = 0

    def customer():
        nonlocal waited, had_to_wait
        came = environment.now
        with servers.request() as request:
            yield request
            wait = environment.now - came
            waited += wait
            had_to_wait += wait > 0
            yield environment.timeout(chance.expovariate(1.0))

    def arrivals():
        for _ in range(CUSTOMERS):
            yield environment.timeout(chance.expovariate(4.0))
            environment.process(customer())

    environment.process(arrivals())
    start = time.process_time()
    environment.run()
    seconds = time.process_time() - start
    print(json.dumps({
        "cpu": seconds, "customers": CUSTOMERS, "meanWait": waited / CUSTOMERS,
        "probabilityOfWaiting": had_to_wait / CUSTOMERS}))


main()
