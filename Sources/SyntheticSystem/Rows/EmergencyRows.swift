// SPDX-License-Identifier: Apache-2.0

internal import Sampling

/// Arrivals at A&E: 200,000 rows, each of three arrivals on average, at the scale of Kent and Medway.
public struct EmergencyRows: SyntheticRows {
  /// The file that holds the rows.
  public let file = SyntheticFile.emergency
  private let key: StreamKey
  private let sections: Sections
  private let places: [Places]

  /// Made up: two thirds come to a major department.
  private static let parts: [(part: AcutePart, rows: Int)] = [(.major, 134_000), (.minor, 66_000)]
  private static let group = GroupSize(mean: 3)

  init(_ system: SyntheticSystem) {
    key = RowChances.key(seed: system.seed, file: file)
    sections = Sections(Self.parts.map { system.scaled($0.rows) })
    places = [Places(.major), Places(.minor, others: Self.minorInjuryUnits)]
  }

  /// How many rows there are.
  public var count: Int { sections.count }

  /// The row of a number, from 0 to below `count`.
  public func row(_ number: Int) -> EmergencyArrivals {
    var chances = RowChances(key, row: number)
    let section = sections.section(number)
    let part = Self.parts[section].part
    let place = places[section].pick(chances.next())
    let age = (part == .major ? AgeShape.major : .minor).age(chances.next())
    let head = RowHead(
      service: place.service, site: place.site, month: part.season.month(chances.next()),
      age: age, sex: .pick(chances.next(), age: age))
    let acuity = Self.acuity(part, chances.next())
    return EmergencyArrivals(
      head: head, acuity: acuity,
      isByAmbulance: part == .major && chances.next() < Self.ambulanceShare(age: age),
      arrivals: Self.group.size(chances.next()))
  }

  /// The units of community providers, beside the acute sites' 100 parts; the weights are made up.
  private static let minorInjuryUnits: [(place: Places.Place, weight: Double)] =
    zip(OtherCare.minorInjuryUnits, [44.0, 14.0]).compactMap { id, weight in
      guard let service = SyntheticService.all.firstIndex(where: { $0.id == id }) else {
        return nil
      }
      let provider = SyntheticService.all[service].provider
      return (Places.Place(service: service, site: provider), weight)
    }

  /// Made up: a tenth of the youngest and seven tenths of the oldest.
  private static func ambulanceShare(age: Int) -> Double { 0.1 + 0.6 * Double(age) / 90 }

  private static let majorAcuity = Shares([3, 22, 47, 25, 3])
  private static let minorAcuity = Shares([0, 1, 14, 66, 19])

  private static func acuity(_ part: AcutePart, _ point: Double) -> Acuity {
    Acuity.allCases[(part == .major ? majorAcuity : minorAcuity).pick(point)]
  }
}
