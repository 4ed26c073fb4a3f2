// SPDX-License-Identifier: Apache-2.0

/// The activity of every service by bands of five years of age, added up from rows.
public struct ActivityTotals: Sendable, Equatable {
  /// Activity and nights of one service and band.
  public struct Cell: Sendable, Hashable {
    /// The place of the service in `SyntheticService.all`.
    public let service: Int
    /// The youngest age.
    public let ageFrom: Int
    /// The oldest age; nil is no limit.
    public let ageTo: Int?
    /// Activity in the unit of the service.
    public var activity: Int
    /// Nights in a bed.
    public var bedDays: Int
  }

  /// The width of a band in years; the last band is 90 and over.
  public static let band = 5
  private static let bands = AgeShape.lastAge / band + 1
  private var activity = [Int](repeating: 0, count: SyntheticService.all.count * bands)
  private var bedDays = [Int](repeating: 0, count: SyntheticService.all.count * bands)

  /// No activity yet.
  public init() {}

  /// Adds a row.
  public mutating func add(_ row: some SyntheticRow) {
    let place = row.head.service * Self.bands + row.head.age / Self.band
    activity[place] += row.activity
    bedDays[place] += row.bedDays
  }

  /// Adds all rows of a file.
  public mutating func add<Rows: SyntheticRows>(_ rows: Rows) {
    for number in 0..<rows.count { add(rows.row(number)) }
  }

  /// The bands of each service from its first with activity to its last, in the order of services and
  /// ages; a band between them without any is there with 0.
  public var cells: [Cell] {
    SyntheticService.all.indices.flatMap { service in
      let places = (service * Self.bands)..<((service + 1) * Self.bands)
      guard let first = places.first(where: { activity[$0] > 0 }),
        let last = places.last(where: { activity[$0] > 0 })
      else { return [Cell]() }
      return (first...last).map { cell(service, band: $0 - places.lowerBound) }
    }
  }

  private func cell(_ service: Int, band: Int) -> Cell {
    let from = band * Self.band
    let place = service * Self.bands + band
    return Cell(
      service: service, ageFrom: from, ageTo: from == AgeShape.lastAge ? nil : from + Self.band - 1,
      activity: activity[place], bedDays: bedDays[place])
  }
}
