// SPDX-License-Identifier: Apache-2.0

extension QueueError: CustomStringConvertible {
  /// What was found, what was expected and what to do, in plain words.
  public var description: String { words(unit: "unit of time") }

  /// The same, with the unit in which the caller counts time, such as “day”.
  public func words(unit: String) -> String {
    switch self {
    case .notANumber, .outside, .countOutside, .lengthsDiffer, .empty:
      Self.capitalised(numberWords)
    case .unstable(let overloads):
      overloads.map { Self.unstable($0, unit) }.joined(separator: "\n")
    case .stationTwice, .routingSum, .neverLeaves, .unreached: networkWords
    case .tooMuchWork(let what, let advice):
      Self.capitalised(what) + ": the exact answer would take too long. \(advice)"
    case .didNotSettle(let what, let change):
      "\(what) did not settle; it still changed by \(change). The load is probably too close to "
        + "capacity for a steady state to mean anything."
    case .doesNotRepeat:
      "The table of arrivals does not repeat, so there is no period to settle into. Let it repeat, "
        + "or ask for the course from a start."
    case .notEnough(let what, let most):
      Self.capitalised(what) + ": even \(most) are not enough. Ask for less, or divide the pool."
    }
  }

  private static func unstable(_ overload: Overload, _ unit: String) -> String {
    let place = overload.station.isEmpty ? "" : " at “\(overload.station)”"
    guard overload.growth > 0 else {
      return "unstable: the load\(place) equals capacity, so the queue has no steady state. "
        + "Add capacity, or ask for a limit to the queue."
    }
    return "unstable: the queue\(place) grows by \(rounded(overload.growth)) "
      + "\(article(unit)) \(unit). "
      + "Add capacity or reduce what arrives; no average exists."
  }

  private static func article(_ unit: String) -> String {
    unit == "hour" || unit.first.map { "aeio".contains($0) } == true ? "an" : "a"
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A number without a decimal point where it needs none.
  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number with four significant figures, or thereabouts.
  private static func rounded(_ value: Double) -> String {
    guard value < 1e12 else { return "\(value)" }
    let places = value >= 100 ? 10.0 : value >= 1 ? 1_000 : 1_000_000
    let text = "\((value * places).rounded() / places)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private var numberWords: String {
    switch self {
    case .notANumber(let what, let value): "\(what) is \(value). Enter a finite number."
    case .outside(let what, let value, let range):
      "\(what) is \(Self.plain(value)). It must be from \(Self.plain(range.lowerBound)) to "
        + "\(Self.plain(range.upperBound))."
    case .countOutside(let what, let value, let range):
      "\(what) is \(value). It must be from \(range.lowerBound) to \(range.upperBound)."
    case .lengthsDiffer(let first, let count, let second, let other):
      "There are \(count) values of \(first) and \(other) of \(second). Give as many of each."
    case .empty(let what): "\(what) is empty. Give at least one."
    default: ""
    }
  }

  private var networkWords: String {
    switch self {
    case .stationTwice(let name):
      "There are two stations called “\(name)”. Give each a name of its own."
    case .routingSum(let station, let sum):
      "The ways out of “\(station)” add up to \(sum). With those who leave the network, they must "
        + "add up to 1."
    case .neverLeaves(let station):
      "Nobody who comes to “\(station)” ever leaves the network. Say where they go in the end."
    case .unreached(let station):
      "Nobody ever comes to “\(station)”. Give it arrivals, or a station that sends people to it, "
        + "or take it out."
    default: ""
    }
  }
}
