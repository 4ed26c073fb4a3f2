// SPDX-License-Identifier: Apache-2.0

public import Facts
public import PlanPackage
import Prevention

/// What programmes of prevention do year by year, and how far causes explain a condition.
public struct PreventionStudy: Sendable {
  /// A programme that could be worked out.
  public struct Run: Sendable {
    /// Its row.
    public let row: PreventionProgrammeRow
    /// People who take part in a year.
    public let takingPart: Double
    /// People who change in a year and would not have otherwise.
    public let changing: Double
    /// Pounds a year.
    public let cost: Double
    /// Its years, from the first.
    public let years: [Year]
    /// The first year, from 1, by whose end it has saved as much as it cost; nil for none.
    public let breakEven: Int?
  }

  /// A year of a programme.
  public struct Year: Sendable {
    /// People who changed by the end of it and still have.
    public let changed: Double
    /// As many whole extra risks are averted in it.
    public let risksAverted: Double
    /// Pounds saved in it.
    public let saving: Double
  }

  /// The causes of a condition.
  public struct Condition: Sendable {
    /// The rows of the causes.
    public let causes: [PreventionRiskRow]
    /// The share of cases that each explains alone, 0 to 1.
    public let fractions: [Double]
    /// The share that they explain together; less than the sum.
    public let together: Double
  }

  /// Programmes that could be worked out.
  public let runs: [Run]
  /// Programmes for which a figure was not read.
  public let unknown: [PreventionProgrammeRow]
  /// Conditions, in the order in which causes first name them.
  public let conditions: [Condition]

  /// How many years are worked out.
  public static let years = 5

  /// Works a plan's programmes and causes out from its figures.
  ///
  /// - Throws: `PlanError` for figures that do not exist, a programme with only some of its
  ///   figures, and values out of range.
  public init(_ plan: Plan, fact: @escaping (FactID) -> Fact?) throws(PlanError) {
    var reader = PreventionReader(rows: plan.prevention, fact: fact)
    var runs: [Run] = []
    var unknown: [PreventionProgrammeRow] = []
    for row in plan.prevention.programmes {
      if row.isEmpty {
        unknown.append(row)
      } else if let run = reader.run(row) {
        runs.append(run)
      }
    }
    conditions = reader.conditions()
    guard reader.violations.isEmpty else { throw PlanError(reader.violations) }
    self.runs = runs
    self.unknown = unknown
  }
}

extension PreventionProgrammeRow {
  /// The figures without which a programme cannot be worked out, by column.
  var figures: [(column: String, id: FactID?)] {
    [("eligible", eligible), ("reach", reach), ("effect", effect), ("cost", cost)]
  }

  /// Whether no figure of it is named.
  var isEmpty: Bool {
    figures.allSatisfy { $0.id == nil } && uptake == nil && kept == nil && saving == nil
  }

  /// The figures that it names, in order.
  var facts: [FactID] {
    [eligible, reach, uptake, effect, kept, cost, saving].compactMap { $0 }
  }
}
