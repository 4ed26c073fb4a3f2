// SPDX-License-Identifier: Apache-2.0

internal import Sampling

/// Outpatient appointments: 500,000 rows, each of three appointments on average, at the scale of
/// Kent and Medway.
public struct OutpatientRows: SyntheticRows {
  /// The file that holds the rows.
  public let file = SyntheticFile.outpatients
  private let key: StreamKey
  private let sections: Sections
  private let places: [Places]

  /// Made up: the parts of a year's rows, and the share of each by telephone or video.
  private static let parts: [(part: AcutePart, rows: Int, remote: Double)] = [
    (.outpatientFirst, 150_000, 0.02), (.outpatientFollowUp, 285_000, 0.05),
    (.outpatientProcedure, 65_000, 0),
  ]
  private static let group = GroupSize(mean: 3)

  init(_ system: SyntheticSystem) {
    key = RowChances.key(seed: system.seed, file: file)
    sections = Sections(Self.parts.map { system.scaled($0.rows) })
    places = Self.parts.map { Places($0.part) }
  }

  /// How many rows there are.
  public var count: Int { sections.count }

  /// The row of a number, from 0 to below `count`.
  public func row(_ number: Int) -> OutpatientAppointments {
    var chances = RowChances(key, row: number)
    let section = sections.section(number)
    let part = Self.parts[section].part
    let place = places[section].pick(chances.next())
    let age = AgeShape.outpatients.age(chances.next())
    let head = RowHead(
      service: place.service, site: place.site, month: part.season.month(chances.next()),
      age: age, sex: .pick(chances.next(), age: age))
    let specialty = SpecialtyMix.of(part, age: age).pick(chances.next())
    let isRemote = chances.next() < Self.parts[section].remote
    let size = Self.group.size(chances.next())
    return OutpatientAppointments(
      head: head, specialty: specialty, attendances: isRemote ? 0 : size,
      remoteAttendances: isRemote ? size : 0)
  }
}

/// How many people a row stands for: at least one, each further one with the same chance, at most 60.
struct GroupSize: Sendable {
  private let shares: Shares

  init(mean: Double) {
    var left = 1.0
    var weights = [0.0]
    for _ in 1...60 {
      weights.append(left / mean)
      left -= left / mean
    }
    shares = Shares(weights)
  }

  /// The size at a point from 0 to below 1.
  func size(_ point: Double) -> Int { shares.pick(point) }
}
