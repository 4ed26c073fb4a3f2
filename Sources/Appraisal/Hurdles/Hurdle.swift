// SPDX-License-Identifier: Apache-2.0

/// A question that an option must pass to stay in the running; a strength elsewhere can't make up.
public struct Hurdle: Hashable, Sendable {
  /// The id verdicts refer to.
  public let id: HurdleID
  /// The question as a reader sees it.
  public let label: String

  /// Creates a hurdle.
  public init(id: HurdleID, label: String) {
    self.id = id
    self.label = label
  }
}

/// Hurdles that together lead to a named list, such as the medium list or the shortlist.
public struct HurdleStage: Hashable, Sendable {
  /// The id results refer to.
  public let id: StageID
  /// The name of the list that is left.
  public let label: String
  /// The hurdles, in the order in which they are applied.
  public let hurdles: [Hurdle]

  /// Creates a stage.
  public init(id: StageID, label: String, hurdles: [Hurdle]) {
    self.id = id
    self.label = label
    self.hurdles = hurdles
  }
}

/// What was found for one option on one hurdle.
public struct Verdict: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The hurdle.
  public let hurdle: HurdleID
  /// What was found.
  public let finding: Finding

  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// It passes.
    case passes
    /// It fails and leaves the list.
    case fails
    /// It stays in the running without being tested, which results report.
    case waived
  }

  /// Creates a verdict.
  public init(_ option: OptionID, _ hurdle: HurdleID, _ finding: Finding) {
    self.option = option
    self.hurdle = hurdle
    self.finding = finding
  }
}
