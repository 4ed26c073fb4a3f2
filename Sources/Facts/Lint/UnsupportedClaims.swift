// SPDX-License-Identifier: Apache-2.0

/// Something that a plan claims, beside what others achieved.
public struct EvidenceClaim: Hashable, Sendable {
  /// One piece of evidence.
  public struct Range: Hashable, Sendable {
    /// What was found, in plain English.
    public let label: String
    /// The least that was found.
    public let low: Double
    /// The most that was found.
    public let high: Double
    /// strong, moderate or weak.
    public let strength: String

    /// Describes a piece of evidence.
    public init(label: String, low: Double, high: Double, strength: String) {
      self.label = label
      self.low = low
      self.high = high
      self.strength = strength
    }
  }

  /// What is claimed, in plain English.
  public let label: String
  /// The value that is claimed.
  public let value: Double
  /// Its unit.
  public let unit: String
  /// What was found, in the same unit.
  public let ranges: [Range]

  /// Describes a claim.
  public init(label: String, value: Double, unit: String, ranges: [Range]) {
    self.label = label
    self.value = value
    self.unit = unit
    self.ranges = ranges
  }

  /// What a reader has to know when the claim is outside evidence; nil when it is inside all of it.
  public var warning: String? {
    let against = ranges.filter { value < $0.low || value > $0.high }
    guard !against.isEmpty else { return nil }
    let found = against.map { range in
      let span =
        range.low == range.high
        ? figure(range.low) : "\(Self.plain(range.low)) to \(figure(range.high))"
      let label = range.label.hasSuffix(".") ? String(range.label.dropLast()) : range.label
      return "\(span) (\(range.strength) evidence). \(label)."
    }
    return "“\(label)” is taken as \(figure(value)), outside what was found: "
      + found.joined(separator: " Also ")
  }

  private func figure(_ value: Double) -> String {
    unit == "%" ? "\(Self.plain(value))%" : "\(Self.plain(value)) \(unit)"
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

/// A claim with the fact that it is and where its evidence is written.
public struct ClaimCheck: Hashable, Sendable {
  /// The fact or assumption.
  public let fact: FactID
  /// The claim.
  public let claim: EvidenceClaim
  /// Where the evidence is.
  public let place: Finding.Place

  /// Describes a claim to check.
  public init(fact: FactID, claim: EvidenceClaim, place: Finding.Place) {
    self.fact = fact
    self.claim = claim
    self.place = place
  }
}

extension Linter {
  /// Claims of the plan that are outside what others achieved.
  static func unsupportedClaims(_ input: LintInput) -> [Finding] {
    input.claims.compactMap { check in
      guard let warning = check.claim.warning else { return nil }
      let places = [input.places[check.fact], check.place].compactMap { $0 }
      return Finding(
        rule: "outside-evidence", subject: check.fact.rawValue, severity: .warning,
        title: "\(check.claim.label): the plan claims what the evidence does not show",
        explanation: "\(warning) Say why the plan would do otherwise, or change the claim.",
        facts: [check.fact], places: places)
    }
  }
}
