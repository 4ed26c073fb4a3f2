// SPDX-License-Identifier: Apache-2.0

extension ConfigurationSums {
  /// Finds sites for areas that have become lone, and sends them there.
  mutating func addStarted(
    isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    let runs = lone.takePending(in: evaluator)
    guard !runs.isEmpty else { return }
    let open = isOpen.indices.filter { isOpen[$0] }
    for run in runs {
      lone.assign(run, to: open, in: evaluator)
      add(run, lone, in: evaluator)
    }
  }

  /// Takes areas that are no longer lone from their sites.
  mutating func removeStopped(lone: inout LoneAreas, in evaluator: ConfigurationEvaluator) {
    for run in lone.takePending(in: evaluator) { remove(run, lone, in: evaluator) }
  }

  /// Finds other sites for the lone areas of a site that has closed.
  mutating func leave(
    _ site: Int, isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    let runs = lone.runs(in: evaluator)
    guard !runs.isEmpty else { return }
    let open = isOpen.indices.filter { isOpen[$0] }
    for run in runs {
      var area = run.lowerBound
      while area < run.upperBound {
        let first = area
        while area < run.upperBound, lone.site[area] == Int32(site) { area += 1 }
        if first < area {
          remove(first..<area, lone, in: evaluator)
          lone.assign(first..<area, to: open, in: evaluator)
          add(first..<area, lone, in: evaluator)
        }
        area += 1
      }
    }
  }

  /// Sends the lone areas that are nearest to a site that has opened there.
  mutating func claim(_ site: Int, lone: inout LoneAreas, in evaluator: ConfigurationEvaluator) {
    let demand = evaluator.demand
    for run in lone.runs(in: evaluator) {
      lone.claim(run, for: site, in: evaluator) { area, oldSite, oldPlace, newPlace in
        take(area, from: oldSite, place: oldPlace, demand)
        send(area, to: Int32(site), place: newPlace, demand)
      }
    }
  }

  /// Sends lone areas to the sites found for them.
  private mutating func add(
    _ run: Range<Int>, _ lone: LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    let demand = evaluator.demand
    for area in run { send(area, to: lone.site[area], place: lone.place[area], demand) }
  }

  /// Takes lone areas from their sites.
  private mutating func remove(
    _ run: Range<Int>, _ lone: LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    let demand = evaluator.demand
    for area in run { take(area, from: lone.site[area], place: lone.place[area], demand) }
  }

  @inline(__always)
  private mutating func send(_ area: Int, to site: Int32, place: UInt32, _ demand: DemandSteps) {
    let tally = demand.tally(area: area, place: Int(place))
    if place > longest { longest = place }
    if site < 0 {
      unreached &+= tally[0]
    } else {
      tallies[Int(site)] &+= tally
      weightedMinutes &+= demand.weightedMinutes(area: area, place: Int(place))
    }
  }

  @inline(__always)
  private mutating func take(_ area: Int, from site: Int32, place: UInt32, _ demand: DemandSteps) {
    let tally = demand.tally(area: area, place: Int(place))
    if place == longest { longestMayBeLess = true }
    if site < 0 {
      unreached &-= tally[0]
    } else {
      tallies[Int(site)] &-= tally
      weightedMinutes &-= demand.weightedMinutes(area: area, place: Int(place))
    }
  }
}
