// SPDX-License-Identifier: Apache-2.0

extension WorkSchedule {
  /// Whether a link decides a date: its second item would be earlier without it.
  func isTight(_ link: Int, into place: Int) -> Bool {
    let item = network.items[place]
    guard item.finished == nil else { return false }
    let source = items[Int(network.sources[link])]
    let lag = network.lags[link]
    let tolerance = ForwardPass.tolerance
    switch network.kinds[link] {
    case .finishToStart:
      return item.started == nil && startsDecide(place)
        && source.earlyFinish + lag >= items[place].earlyStart - tolerance
    case .startToStart:
      return item.started == nil && startsDecide(place)
        && source.earlyStart + lag >= items[place].earlyStart - tolerance
    case .finishToFinish:
      return source.earlyFinish + lag >= items[place].earlyFinish - tolerance
    }
  }

  /// Whether an item finishes when it does because of when it starts.
  private func startsDecide(_ place: Int) -> Bool {
    items[place].earlyFinish - items[place].earlyStart - durations[place] <= ForwardPass.tolerance
  }

  /// The path that decides when an item finishes, from its first step.
  ///
  /// Each step is the reason for the next. Of several paths, the one by the links that stand first.
  ///
  /// - Throws: `ScheduleError.unknown`.
  public func drivingPath(to id: String) throws(ScheduleError) -> [PathStep] {
    path(to: try network.place(of: id)) { _ in true }
  }

  /// The same, along items that satisfy a condition, and no further than where none does.
  func path(to last: Int, along isOnPath: (Int) -> Bool) -> [PathStep] {
    var steps: [PathStep] = []
    var place = last
    while true {
      let inward = network.firstLink[place]..<network.firstLink[place + 1]
      let link = inward.first {
        isTight($0, into: place) && isOnPath(Int(network.sources[$0]))
      }
      steps.append(step(place, link))
      guard let link else { return steps.reversed() }
      place = Int(network.sources[link])
    }
  }

  /// Paths of critical items from a beginning to an end, at most `limit` of them.
  ///
  /// Networks can have more equally long paths than anybody can read, so a limit is needed.
  public func criticalPaths(limit: Int = 10) -> [[PathStep]] {
    let isCritical = items.map(\.isCritical)
    var leadsOn = [Bool](repeating: false, count: items.count)
    for place in items.indices where isCritical[place] {
      for link in tightLinks(into: place, isCritical) { leadsOn[Int(network.sources[link])] = true }
    }
    var paths: [[PathStep]] = []
    for last in items.indices where isCritical[last] && !leadsOn[last] {
      // A stack of unfinished paths, each held from its end backwards.
      var open: [[(place: Int, link: Int?)]] = [[(last, nil)]]
      while let path = open.popLast(), paths.count < limit {
        let place = path[path.count - 1].place
        let inward = tightLinks(into: place, isCritical)
        if inward.isEmpty { paths.append(steps(path)) }
        for link in inward.reversed() {
          var longer = path
          longer[longer.count - 1].link = link
          longer.append((Int(network.sources[link]), nil))
          open.append(longer)
        }
      }
    }
    return paths
  }

  private func tightLinks(into place: Int, _ isCritical: [Bool]) -> [Int] {
    (network.firstLink[place]..<network.firstLink[place + 1]).filter {
      isCritical[Int(network.sources[$0])] && isTight($0, into: place)
    }
  }

  private func steps(_ backwards: [(place: Int, link: Int?)]) -> [PathStep] {
    backwards.reversed().map { step($0.place, $0.link) }
  }

  private func step(_ place: Int, _ link: Int?) -> PathStep {
    PathStep(
      id: items[place].id, link: link.map { network.links[$0] }, start: items[place].earlyStart,
      finish: items[place].earlyFinish)
  }
}
