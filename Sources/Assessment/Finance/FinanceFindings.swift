// SPDX-License-Identifier: Apache-2.0

public import Facts

/// What the finance engine found, as the facts that hold it.
///
/// Values live in the fact graph; this says which fact is which.
public struct FinanceFindings: Sendable {
  /// The financial years from the base year to the last, by first calendar year.
  public let years: [Int]
  /// The gap of the system by year.
  public let systemGap: [FactID]
  /// Each organisation with its gap by year, in order of the plan's lines.
  public let organisations: [OrganisationGap]
  /// What moves the gap from the base year to the last, in the order of a bridge.
  public let pressures: [Pressure]
  /// Each scheme with its net saving in the last year.
  public let savings: [Saving]
  /// The gap of the system in the last year once the schemes are in.
  public let doSomethingGap: FactID?
  /// The published gap that the engine's is compared with.
  public let publishedGap: FactID?
  /// The engine's gap less the published one.
  public let difference: FactID?
  /// The yearly growth in funding at which the engine would give the published gap.
  public let switchingGrowth: FactID?
  /// Whether money that members pay each other cancels for the system, in words.
  public let transferStatement: String
  /// Whether it cancels.
  public let transfersCancel: Bool

  /// Every fact that the page of the money shows.
  var facts: [FactID] {
    systemGap + organisations.flatMap(\.gaps) + pressures.map(\.fact) + savings.map(\.fact)
      + [doSomethingGap, publishedGap, difference, switchingGrowth].compactMap { $0 }
  }

  /// An organisation and its gap by year.
  public struct OrganisationGap: Sendable {
    /// The permanent name.
    public let id: String
    /// The name for a reader.
    public let name: String
    /// The gap in each year, in order.
    public let gaps: [FactID]
  }

  /// A cause of change in the gap.
  public struct Pressure: Sendable {
    /// What it is, in plain English.
    public let label: String
    /// The fact.
    public let fact: FactID
  }

  /// A scheme and what it saves.
  public struct Saving: Sendable {
    /// The id of the scheme.
    public let scheme: String
    /// What it is, in plain English.
    public let label: String
    /// The fact.
    public let fact: FactID
  }
}
