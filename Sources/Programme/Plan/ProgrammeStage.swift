// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// What the families of a made-up programme work with.
public struct ProgrammeStage: Sendable {
  /// The folder that is being filled.
  public let data: DataFolder
  /// What the plan defines.
  public let plan: ProgrammePlan
  /// The clock of the demonstration, for the rules.
  public let clock: @Sendable () -> Date
  /// The programme office, who records what happens.
  public let office: Author
  /// The same seed makes the same programme.
  public let seed: UInt64
  /// The first day of the two years.
  public let first: CivilDay
  /// The last day of the two years.
  public let last: CivilDay

  /// Draws papers; nil when nobody can, and then none are issued.
  public var paperDrawing: PaperDrawing?

  /// A stage over a data folder.
  public init(
    data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date, office: Author,
    seed: UInt64, first: CivilDay, last: CivilDay
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
    self.office = office
    self.seed = seed
    self.first = first
    self.last = last
  }

  /// The first days of the months of the programme, in order.
  public var months: [CivilDay] {
    var (year, month, _) = first.parts
    var days: [CivilDay] = []
    while let day = CivilDay(year: year, month: month, day: 1), day <= last {
      if day >= first { days.append(day) }
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return days
  }
}
