// SPDX-License-Identifier: Apache-2.0

extension FlowCheck {
  /// Notes what is wrong with a time that something takes.
  mutating func check(_ stay: StayTime?, _ name: String, _ part: FlowProblem.Part) {
    guard let stay else { return }
    switch stay {
    case .fixed(let days): checkNumber(days, name, part)
    case .exponential(let mean): checkNumber(mean, "the mean of \(name)", above: true, part)
    case .lognormal(let location, let scale):
      checkNumber(scale, "the scale of \(name)", part)
      checkFinite(location, stay, name, part)
    case .uniform(let low, let high): checkRange(low, high, name, part)
    case .weibull(let shape, let scale):
      checkNumber(shape, "the shape of \(name)", above: true, part)
      checkNumber(scale, "the scale of \(name)", above: true, part)
    case .observed(let seen): check(seen, name, part)
    }
  }

  private mutating func checkFinite(
    _ location: Double, _ stay: StayTime, _ name: String, _ part: FlowProblem.Part
  ) {
    guard !location.isFinite || !stay.mean.isFinite else { return }
    note(
      part, "\(name) has a lognormal location of \(location)", expected: "a mean that is finite",
      remedy: "Give the mean and the standard deviation, or the mean and the median.")
  }

  private mutating func checkRange(
    _ low: Double, _ high: Double, _ name: String, _ part: FlowProblem.Part
  ) {
    checkNumber(low, "the shortest of \(name)", part)
    checkNumber(high, "the longest of \(name)", part)
    guard low > high else { return }
    note(
      part, "\(name) from \(low) to \(high)", expected: "the shorter first",
      remedy: "Change the two.")
  }

  private mutating func check(_ seen: [Double], _ name: String, _ part: FlowProblem.Part) {
    if seen.isEmpty {
      note(
        part, "\(name) without a time that was seen", expected: "at least one",
        remedy: "List the times, or use another distribution.")
    }
    if let wrong = seen.first(where: { !$0.isFinite || $0 < 0 }) {
      checkNumber(wrong, "a time seen of \(name)", part)
    }
  }
}
