// SPDX-License-Identifier: Apache-2.0

/// Shifts that a bank was asked for on one day, and the people who could have worked them.
public struct BankDay: Sendable, Equatable {
  /// The day, or any other span within which one person can work one shift.
  public var period: String
  /// The organisation.
  public var organisation: String
  /// Who is needed; staff of one group cannot do the work of another.
  public var group: String
  /// Shifts asked for.
  public var requested: Int
  /// Bank staff who offered to work.
  public var available: Int

  /// A day of a bank.
  public init(
    period: String, organisation: String, group: String, requested: Int, available: Int
  ) {
    self.period = period
    self.organisation = organisation
    self.group = group
    self.requested = requested
    self.available = available
  }
}

/// What several banks leave unfilled alone and together.
///
/// Exact for what was recorded: alone, each organisation leaves `max(0, requested − available)`;
/// together, spare people of one fill gaps of another on the same day and in the same group, up to
/// the share of them who would travel: `together = alone − min(alone, ⌊share × spare⌋)`. It says
/// nothing of days that were not recorded.
public struct SharedBank: Sendable {
  /// One day and group over all organisations.
  public struct Day: Sendable, Equatable {
    /// The day.
    public let period: String
    /// The group of staff.
    public let group: String
    /// Organisations that recorded it.
    public let organisations: Int
    /// Shifts asked for.
    public let requested: Int
    /// Shifts that nobody fills when each bank is alone.
    public let unfilledAlone: Int
    /// People with nothing to do when each bank is alone.
    public let spare: Int
    /// Shifts that nobody fills when the banks are shared.
    public let unfilledShared: Int
    /// Shifts that sharing fills.
    public var filledBySharing: Int { unfilledAlone - unfilledShared }
  }

  /// Each day and group, in the order in which they first appear.
  public let days: [Day]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]
  /// The share of spare people who would work elsewhere.
  public let willing: Double

  /// Pools banks.
  ///
  /// - Parameters:
  ///   - records: at most one for each organisation, day and group.
  ///   - willing: the share, from 0 to 1, of spare people who would work for another organisation.
  /// - Throws: `ProductivityError`.
  public init(_ records: [BankDay], willing: Double = 1) throws(ProductivityError) {
    guard (0...1).contains(willing) else {
      throw .outOfRange(
        what: "the share who would work elsewhere", found: willing * 100,
        expected: "0 to 100 per cent")
    }
    var excluded: [ExcludedInput] = []
    var seen: Set<[String]> = []
    var order: [[String]] = []
    var groups: [[String]: [BankDay]] = [:]
    for record in records {
      let name = "\(record.period), \(record.organisation), \(record.group)"
      guard seen.insert([record.period, record.organisation, record.group]).inserted else {
        throw .repeated(what: "day of a bank", name: name)
      }
      guard record.requested >= 0, record.available >= 0 else {
        excluded.append(ExcludedInput(name, "has a number below 0"))
        continue
      }
      let key = [record.period, record.group]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(record)
    }
    days = order.compactMap { key in groups[key].map { Self.day($0, willing) } }
    if days.isEmpty { throw .nothingLeft(of: "days", excluded: excluded) }
    self.excluded = excluded
    self.willing = willing
  }

  private static func day(_ records: [BankDay], _ willing: Double) -> Day {
    let alone = records.reduce(0) { $0 + max(0, $1.requested - $1.available) }
    let spare = records.reduce(0) { $0 + max(0, $1.available - $1.requested) }
    let moving = Int((willing * Double(spare) + 1e-9).rounded(.down))
    return Day(
      period: records.first?.period ?? "", group: records.first?.group ?? "",
      organisations: records.count, requested: records.reduce(0) { $0 + $1.requested },
      unfilledAlone: alone, spare: spare, unfilledShared: alone - min(alone, moving))
  }

  /// Shifts asked for.
  public var requested: Int { days.reduce(0) { $0 + $1.requested } }
  /// Shifts that nobody fills when each bank is alone.
  public var unfilledAlone: Int { days.reduce(0) { $0 + $1.unfilledAlone } }
  /// Shifts that nobody fills when the banks are shared.
  public var unfilledShared: Int { days.reduce(0) { $0 + $1.unfilledShared } }

  /// What sharing saves when every shift it fills would have gone to an agency, in pounds.
  public func saving(hours: Double, agencyRate: Double, bankRate: Double) -> Double {
    Double(unfilledAlone - unfilledShared) * hours * (agencyRate - bankRate)
  }
}
