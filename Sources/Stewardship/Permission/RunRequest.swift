// SPDX-License-Identifier: Apache-2.0

/// What somebody is about to do.
public struct RunRequest: Hashable, Sendable {
  /// The command, such as "link".
  public var command: String
  /// The datasets that it reads.
  public var datasets: [String]
  /// The agreement that it relies on.
  public var agreement: String
  /// What the result is for.
  public var purposes: [String]
  /// Who is given the result; nil when it stays.
  public var recipient: String?
  /// Whether a list of objections is applied; nil for a command to which that is no matter.
  public var appliesOptOuts: Bool?
  /// The day of the run.
  public var day: CalendarDay

  /// Describes a run.
  public init(
    command: String, datasets: [String], agreement: String, purposes: [String],
    recipient: String? = nil, appliesOptOuts: Bool? = nil, day: CalendarDay
  ) {
    self.command = command
    self.datasets = datasets
    self.agreement = agreement
    self.purposes = purposes
    self.recipient = recipient
    self.appliesOptOuts = appliesOptOuts
    self.day = day
  }
}

/// Why a run may not be.
public struct RefusalReason: Hashable, Sendable, CustomStringConvertible {
  /// The number of the clause; nil when the agreement itself is missing.
  public let clause: String?
  /// The reason in words.
  public let description: String
}

/// A run that its agreement does not cover.
public struct RunRefused: Error, Hashable, Sendable, CustomStringConvertible {
  /// The command.
  public let command: String
  /// The agreement.
  public let agreement: String
  /// Every reason.
  public let reasons: [RefusalReason]

  /// Every reason, a line each.
  public var description: String {
    (["weald \(command) is refused. Nothing was read and nothing was written."]
      + reasons.map { "  " + $0.description }).joined(separator: "\n")
  }
}
