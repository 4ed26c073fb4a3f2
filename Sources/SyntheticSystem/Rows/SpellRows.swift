// SPDX-License-Identifier: Apache-2.0

internal import Demand
internal import Sampling

/// Stays and day cases in the acute hospitals: 300,000 at the scale of Kent and Medway.
public struct SpellRows: SyntheticRows {
  /// The file that holds the rows.
  public let file = SyntheticFile.spells
  private let key: StreamKey
  private let sections: Sections
  private let places: [Places]

  /// Made up: the parts of a year's spells.
  private static let parts: [(part: AcutePart, count: Int)] = [
    (.emergency, 135_000), (.elective, 25_000), (.dayCase, 110_000), (.maternity, 30_000),
  ]

  init(_ system: SyntheticSystem) {
    key = RowChances.key(seed: system.seed, file: file)
    sections = Sections(Self.parts.map { system.scaled($0.count) })
    places = Self.parts.map { Places($0.part) }
  }

  /// How many rows there are.
  public var count: Int { sections.count }

  /// The row of a number, from 0 to below `count`.
  public func row(_ number: Int) -> InpatientSpell {
    var chances = RowChances(key, row: number)
    let section = sections.section(number)
    let part = Self.parts[section].part
    let place = places[section].pick(chances.next())
    let age = Self.ages(part).age(chances.next())
    return InpatientSpell(
      head: RowHead(
        service: place.service, site: place.site, month: part.season.month(chances.next()),
        age: age, sex: .pick(chances.next(), age: age, part: part)),
      admission: Self.admission(part, chances.next()),
      specialty: SpecialtyMix.of(part, age: age).pick(chances.next()),
      nights: Self.nights(part, age: age, chances.next()))
  }

  private static func ages(_ part: AcutePart) -> AgeShape {
    switch part {
    case .emergency: .emergency
    case .elective: .elective
    case .maternity: .maternity
    default: .dayCase
    }
  }

  private static func nights(_ part: AcutePart, age: Int, _ point: Double) -> Int {
    switch part {
    case .emergency: StayShape.emergency(age: age).nights(point)
    case .elective: StayShape.elective(age: age).nights(point)
    case .maternity: StayShape.maternity.nights(point)
    default: 0
    }
  }

  private static func admission(_ part: AcutePart, _ point: Double) -> AdmissionMethod {
    switch part {
    case .maternity: .maternity
    case .emergency:
      point < 0.72 ? .emergencyDepartment : point < 0.88 ? .generalPractice : .otherEmergency
    default: point < 0.55 ? .waitingList : point < 0.80 ? .booked : .planned
    }
  }
}
