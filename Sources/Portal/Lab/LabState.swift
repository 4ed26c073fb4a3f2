// SPDX-License-Identifier: Apache-2.0

/// What one assumption is set to.
public enum LabSetting: Sendable, Hashable {
  /// The low end of the plan's range.
  case low
  /// The plan's middle.
  case central
  /// The high end of the plan's range.
  case high
  /// The middle of what is known from elsewhere.
  case evidence
  /// A number in the unit of the assumption.
  case value(Double)

  /// A setting as addresses and the record write it; nil when it is none.
  public init?(_ text: String) {
    switch text {
    case "low": self = .low
    case "central": self = .central
    case "high": self = .high
    case "evidence": self = .evidence
    default:
      guard let number = Double(text), number.isFinite else { return nil }
      self = .value(number)
    }
  }

  /// As addresses and the record write it.
  public var text: String {
    switch self {
    case .low: "low"
    case .central: "central"
    case .high: "high"
    case .evidence: "evidence"
    case .value(let number): LabNumbers.machine(number)
    }
  }

  /// The number that it stands for, nil when an assumption has no evidence to take it from.
  public func value(of input: LabInput) -> Double? {
    switch self {
    case .low: input.low
    case .central: input.central
    case .high: input.high
    case .evidence: input.evidenceMiddle
    case .value(let number): number
    }
  }
}

/// Everything that somebody has set in the lab: the address of the page is this and nothing else.
///
/// An assumption that is not named varies as the plan says.
public struct LabState: Sendable, Hashable {
  /// The settings by the id of the assumption.
  public var settings: [String: LabSetting]
  /// How many runs.
  public var runs: Int
  /// The seed of the luck of the runs.
  public var seed: UInt64

  /// What can be asked for, in runs.
  public static let runChoices = [200, 1000, 5000]
  /// The runs unless somebody asks for others.
  public static let usualRuns = 1000
  /// The seed unless somebody asks for another.
  public static let usualSeed: UInt64 = 1

  /// A state; nothing changed unless said.
  public init(
    settings: [String: LabSetting] = [:], runs: Int = LabState.usualRuns,
    seed: UInt64 = LabState.usualSeed
  ) {
    self.settings = settings
    self.runs = runs
    self.seed = seed
  }

  /// The same luck and runs with nothing changed.
  public var unchanged: LabState { LabState(runs: runs, seed: seed) }

  /// The same without one change.
  func without(_ id: String) -> LabState {
    var other = self
    other.settings[id] = nil
    return other
  }

  /// The settings in the order of their ids: two states that are alike have the same address.
  var pairs: [(name: String, value: String)] {
    var pairs = settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value.text) }
    if runs != Self.usualRuns { pairs.append(("runs", "\(runs)")) }
    if seed != Self.usualSeed { pairs.append(("seed", "\(seed)")) }
    return pairs
  }

  /// What stands after a path: "?assumption.x=low", or nothing.
  var query: String { QueryText.encode(FormFields(pairs)) }
}
