// SPDX-License-Identifier: Apache-2.0

import Access
import Foundation
import Options
import Siting

// Times the engines about places on the England stroke data, with sums for a peer to agree with.
// Usage: places FOLDER, which holds the unpacked files. Prints one name and number a line.

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

guard let folder = CommandLine.arguments.dropFirst().first else {
  fatalError("usage: places FOLDER")
}
let england = try Country.england(folder)
let region = try england.nearMaidstone(sites: 20, folder)

// Every subset of 20 sites: mean, longest, three shares and every unit's volume.
let measures: [SubsetMeasure] = [
  .weightedMean, .largestMinutes, .shareWithin(0), .shareWithin(1), .shareWithin(2),
  .smallestUnit, .largestUnit, .shareInTargetUnits, .shareInTargetUnitsWithin(0),
]
var every: EverySubset?
let enumeration = try median(of: 5) {
  every = nil
  every = try EverySubset(
    EnumerationProblem(
      travel: region.travel, weights: region.demand,
      candidates: Array(region.travel.sites.indices)), measures: measures)
}
print("enumeration.seconds", enumeration)
let allOpen = Subset.all(20)
if let row = try every?.row(allOpen) { print("enumeration.mean.all-open", row.weightedMean) }

// One configuration of England with 85 of 127 units open, and one switch.
let evaluator = try ConfigurationEvaluator(
  travel: england.travel, demand: england.demand, limits: .strokeUnits)
let plan = Configuration(siteCount: 127, open: Array(0..<85))
var sum = 0.0
let full = try median(of: 7) {
  for _ in 0..<20 { sum += try evaluator.measures(of: plan).meanMinutes }
}
print("evaluation.seconds", full / 20)
print("evaluation.mean", try evaluator.measures(of: plan).meanMinutes)
var state = try ConfigurationState(plan, in: evaluator)
let flips = try median(of: 7) {
  for site in 0..<127 {
    try state.flip(site)
    sum += state.measures.meanMinutes
    try state.flip(site)
    sum += state.measures.meanMinutes
  }
}
print("flip.seconds", flips / 254)
print("flip.mean", state.measures.meanMinutes)

// The best places for 25 to 100 units, with a proof.
for count in [25, 50, 75, 85, 100] {
  let problem = try SitingProblem(travel: england.travel, weights: england.demand)
  var objective = 0.0
  let seconds = try median(of: 5) {
    objective = try problem.solve(.weightedMean(sites: count)).objective
  }
  print("p-median.\(count).seconds", seconds)
  print("p-median.\(count).objective", objective)
}
