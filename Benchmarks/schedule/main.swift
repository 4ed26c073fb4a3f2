// SPDX-License-Identifier: Apache-2.0

import Foundation
import Schedule

// Times the critical path and the simulation of a network, with dates for a peer to agree with.
// Usage: schedule-bench make ITEMS LINKS SEED > FILE      writes a random network
//        schedule-bench path FILE                         times the critical path
//        schedule-bench chance FILE SCHEDULES             times the simulation
// A file has lines "item ID LOW LIKELY HIGH" and "link FROM TO KIND LAG".

/// Processor seconds, which the load of others hardly disturbs.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}

func median(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
  try (0..<runs).map { _ in try processorSeconds(body) }.sorted()[runs / 2]
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("make", 4):
  guard let items = Int(arguments[1]), let links = Int(arguments[2]),
    let seed = UInt64(arguments[3])
  else { fatalError("make takes three whole numbers") }
  print(NetworkFile.random(items: items, links: links, seed: seed), terminator: "")
case ("path", 2):
  let file = try NetworkFile(path: arguments[1])
  var schedule: WorkSchedule?
  let whole = try median(of: 15) { schedule = WorkSchedule(try file.network()) }
  let network = try file.network()
  let passes = median(of: 15) { schedule = WorkSchedule(network) }
  print("seconds", whole)
  print("passes.seconds", passes)
  for item in schedule?.items ?? [] {
    print("item", item.id, item.earlyFinish, item.totalFloat)
  }
case ("chance", 3):
  guard let count = Int(arguments[2]) else { fatalError("chance takes a whole number") }
  let network = try NetworkFile(path: arguments[1]).network()
  let last = WorkSchedule(network).items.max { $0.earlyFinish < $1.earlyFinish }?.id ?? ""
  var found: FinishDistribution?
  let seconds = try median(of: 5) {
    let simulation = try Simulation(network, targets: [last], seed: 7)
    found = try simulation.run(0..<count).finish(of: last)
  }
  print("seconds", seconds)
  print("target", last)
  if let found {
    print("mean", found.mean)
    print("variance", found.variance)
    print("p80", found.quantile(0.8))
  }
default:
  fatalError("usage: schedule-bench make ITEMS LINKS SEED | path FILE | chance FILE SCHEDULES")
}
