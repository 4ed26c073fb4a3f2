// SPDX-License-Identifier: Apache-2.0

/// People and births of one variant as tables: by year index, sex and single year of age.
///
/// A group is a sex and an age; groups run by sex, then age.
struct PeopleTable: Sendable {
  let sexes: [Sex]
  let lastAge: Int
  /// People by year index and group.
  private(set) var people: [[Double]]
  /// Births by year index and age of the mother.
  private(set) var births: [[Double]]
  /// All births by year index.
  private(set) var allBirths: [Double]

  /// Tables of a variant that has been checked.
  init(_ variant: PopulationVariant, sexes: [Sex], lastAge: Int, baseYear: Int, years: Int) {
    self.sexes = sexes
    self.lastAge = lastAge
    let ages = lastAge + 1
    let horizon = baseYear..<baseYear + years
    people = Array(repeating: Array(repeating: 0, count: sexes.count * ages), count: years)
    births = Array(repeating: Array(repeating: 0, count: ages), count: years)
    for row in variant.people {
      guard let sex = sexes.firstIndex(of: row.sex), horizon.contains(row.year) else { continue }
      people[row.year - baseYear][sex * ages + row.age] = row.people
    }
    for row in variant.births
    where horizon.contains(row.year) && (0...lastAge).contains(row.motherAge) {
      births[row.year - baseYear][row.motherAge] += row.births
    }
    allBirths = births.map { $0.reduce(0, +) }
  }

  var groupCount: Int { sexes.count * (lastAge + 1) }

  func sex(of group: Int) -> Sex { sexes[group / (lastAge + 1)] }

  func age(of group: Int) -> Int { group % (lastAge + 1) }

  /// The groups of a cell.
  func groups(of cell: ActivityCell) -> [Int] {
    let last = min(cell.ageTo ?? lastAge, lastAge)
    guard cell.ageFrom <= last else { return [] }
    return sexes.indices.filter { cell.sex == .persons || sexes[$0] == cell.sex }.flatMap { sex in
      (cell.ageFrom...last).map { sex * (lastAge + 1) + $0 }
    }
  }

  /// Births in the base year to mothers of a group; none to men.
  func baseBirths(_ group: Int) -> Double {
    sex(of: group) == .male ? 0 : births[0][age(of: group)]
  }

  /// What need of a group is in a year, as times that of the base year.
  func growth(_ need: ServiceLine.Growth, group: Int, year: Int) -> Double {
    switch need {
    case .none: return 1
    case .population:
      return people[0][group] > 0 ? people[year][group] / people[0][group] : 1
    case .births:
      let base = baseBirths(group)
      if base > 0 { return births[year][age(of: group)] / base }
      return allBirths[0] > 0 ? allBirths[year] / allBirths[0] : 1
    }
  }
}
