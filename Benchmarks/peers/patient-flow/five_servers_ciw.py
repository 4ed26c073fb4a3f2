"""Five servers, four arrivals a unit of time, in Ciw. Prints one line of JSON; the time is that of
the simulation, without the making of its records. Usage: five_servers_ciw.py [customers]"""
import json
import sys
import time

import ciw

CUSTOMERS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000

ciw.seed(1)
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(4.0)],
    service_distributions=[ciw.dists.Exponential(1.0)], number_of_servers=[5])
simulation = ciw.Simulation(network)
start = time.process_time()
simulation.simulate_until_max_customers(CUSTOMERS)
seconds = time.process_time() - start
waits = [record.waiting_time for record in simulation.get_all_records()]
print(json.dumps({
    "cpu": seconds, "customers": len(waits), "meanWait": sum(waits) / len(waits),
    "probabilityOfWaiting": sum(wait > 0 for wait in waits) / len(waits)}))
