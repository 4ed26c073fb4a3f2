// SPDX-License-Identifier: Apache-2.0

/// What a do-nothing projection starts from, as a plan states it and before any check.
public struct FinanceInputs: Hashable, Sendable {
  /// The year of the baselines.
  public let baseYear: Year
  /// The last year to project.
  public let lastYear: Year
  /// The members of the system.
  public let organisations: [Organisation]
  /// The money of the members.
  public let lines: [Line]

  /// Gathers the inputs of a model.
  public init(baseYear: Year, lastYear: Year, organisations: [Organisation], lines: [Line]) {
    self.baseYear = baseYear
    self.lastYear = lastYear
    self.organisations = organisations
    self.lines = lines
  }
}
