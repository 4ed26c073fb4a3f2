// SPDX-License-Identifier: Apache-2.0

/// Finds everything that is wrong with a network.
struct FlowCheck {
  let network: FlowNetwork
  var found: [FlowProblem] = []

  /// Everything that is wrong, in the order of the network.
  static func problems(of network: FlowNetwork, horizon: FlowHorizon) -> [FlowProblem] {
    var check = FlowCheck(network: network)
    check.checkClasses()
    check.checkUnits()
    check.checkArrivals()
    check.checkJourneys()
    check.checkCensus()
    check.check(horizon)
    // Ways can be followed only where every reference leads somewhere.
    if check.found.isEmpty { check.checkWays() }
    return check.found
  }

  /// Notes a problem.
  mutating func note(
    _ part: FlowProblem.Part, _ found: String, expected: String, remedy: String
  ) {
    self.found.append(
      FlowProblem(part: part, found: found, expected: expected, remedy: remedy))
  }

  // MARK: Numbers

  /// Notes a number that is below 0 or not finite, or 0 where it must be above.
  mutating func checkNumber(
    _ value: Double, _ name: String, above: Bool = false, _ part: FlowProblem.Part
  ) {
    guard !value.isFinite || value < 0 || (above && value == 0) else { return }
    note(
      part, "\(name) is \(value)", expected: above ? "a number above 0" : "0 or more",
      remedy: "Correct \(name).")
  }

  /// Notes a whole number that is below the least.
  mutating func checkCount(
    _ value: Int, _ name: String, atLeast least: Int = 0, _ part: FlowProblem.Part
  ) {
    guard value < least else { return }
    note(
      part, "\(name) is \(value)", expected: "\(least) or more", remedy: "Correct \(name).")
  }

  /// Notes a place that is not in a list.
  mutating func checkPlace(
    _ place: Int?, in count: Int, _ kind: String, _ part: FlowProblem.Part
  ) {
    guard let place, !(0..<count).contains(place) else { return }
    note(
      part, "\(kind) \(place), of \(count)", expected: "a \(kind) of the network",
      remedy: "Name a \(kind) that is there.")
  }

  /// Notes a name that stands twice.
  mutating func checkNames(_ names: [String], _ part: (Int) -> FlowProblem.Part) {
    var seen: Set<String> = []
    for (place, name) in names.enumerated() where !seen.insert(name).inserted {
      note(
        part(place), "the id \"\(name)\" a second time", expected: "an id of its own",
        remedy: "Change one of the two.")
    }
  }

  // MARK: The horizon

  private mutating func check(_ horizon: FlowHorizon) {
    checkNumber(horizon.warmUp, "the warm-up", .horizon)
    checkNumber(horizon.length, "the length of the run", above: true, .horizon)
    if horizon.warmUp + horizon.length > 1e8 {
      note(
        .horizon, "a run of \(horizon.warmUp + horizon.length) days",
        expected: "at most 100 million days", remedy: "Shorten the run.")
    }
    if !(horizon.auditTime >= 0 && horizon.auditTime < 1) {
      note(
        .horizon, "the time of the audit is \(horizon.auditTime)",
        expected: "a share of the day from 0 to below 1", remedy: "Use 0.5 for noon.")
    }
    if !(0...6).contains(horizon.firstWeekday) {
      note(
        .horizon, "the first weekday is \(horizon.firstWeekday)",
        expected: "0 for Monday to 6 for Sunday", remedy: "Correct the first weekday.")
    }
  }
}
