// SPDX-License-Identifier: Apache-2.0

/// Checks the counts of people and births of every variant.
struct PeopleCheck {
  private(set) var problems: [DemandProblem] = []
  private let inputs: DemandInputs
  private let sexes: [Sex]
  private let lastAge: Int

  init(_ inputs: DemandInputs) {
    self.inputs = inputs
    sexes = inputs.sexes
    lastAge = inputs.lastAge
    for index in inputs.variants.indices {
      checkPeople(index)
      checkBirths(index)
    }
  }

  private mutating func note(
    _ subject: DemandProblem.Subject, _ variant: Int, _ kind: DemandProblem.Kind, found: String,
    expected: String, advice: String
  ) {
    problems.append(
      DemandProblem(
        subject, "population variant “\(inputs.variants[variant].id)”", kind, found: found,
        expected: expected, advice: advice))
  }

  private struct Place: Hashable {
    let year: Int
    let sex: Sex
    let age: Int
  }

  private mutating func checkPeople(_ variant: Int) {
    let rows = inputs.variants[variant].people
    var seen: Set<Place> = []
    for (row, count) in rows.enumerated() {
      let subject = DemandProblem.Subject.people(variant: variant, row: row)
      if !(count.people >= 0 && count.people < InputCheck.largestCount) {
        note(
          subject, variant, .impossibleNumber, found: "\(count.people) people",
          expected: "a number from 0 to below \(InputCheck.largestCount)",
          advice: "Correct the count.")
      }
      if !(0...InputCheck.oldestAge).contains(count.age) {
        note(
          subject, variant, .agesOutOfOrder, found: "age \(count.age)",
          expected: "0 to \(InputCheck.oldestAge)", advice: "Correct the age.")
      }
      if !seen.insert(Place(year: count.year, sex: count.sex, age: count.age)).inserted {
        note(
          subject, variant, .duplicateCount,
          found: "a second count of \(count.sex.rawValue) aged \(count.age) in \(count.year)",
          expected: "one", advice: "Take one of them out.")
      }
    }
    guard checkSexes(variant) else { return }
    checkComplete(variant, seen)
  }

  /// Whether a variant tells sexes apart as the first one does, and wholly or not at all.
  private mutating func checkSexes(_ variant: Int) -> Bool {
    let counted = Set(inputs.variants[variant].people.map(\.sex))
    guard counted == [.persons] || counted == [.female, .male] else {
      let found = Sex.allCases.filter(counted.contains).map(\.rawValue).joined(separator: " and ")
      note(
        .people(variant: variant, row: nil), variant, .populationSex,
        found: found.isEmpty ? "no counts" : found, expected: "either persons or female and male",
        advice: "Give one of the two for every year and age.")
      return false
    }
    guard counted == Set(sexes) else {
      note(
        .people(variant: variant, row: nil), variant, .populationSex,
        found: "other sexes than the first variant counts", expected: "the same in each variant",
        advice: "Give all variants by sex, or none.")
      return false
    }
    return true
  }

  private mutating func checkComplete(_ variant: Int, _ seen: Set<Place>) {
    let ages = seen.map(\.age).filter { (0...InputCheck.oldestAge).contains($0) }
    guard let last = ages.max() else { return }
    if last != lastAge {
      note(
        .people(variant: variant, row: nil), variant, .lastAgesDiffer, found: "last age \(last)",
        expected: "\(lastAge), as in the first variant",
        advice: "Bring all variants to one last age and over.")
    }
    for year in inputs.baseYear...inputs.lastYear {
      for sex in sexes {
        let missing = (0...last).filter { !seen.contains(Place(year: year, sex: sex, age: $0)) }
        guard let first = missing.first else { continue }
        note(
          .people(variant: variant, row: nil), variant, .missingCount,
          found: missing.count > last
            ? "no counts of \(sex.rawValue) in \(year)"
            : "no count of \(sex.rawValue) aged \(first) in \(year), and \(missing.count) missing",
          expected: "every age from 0 to \(last) in every year to \(inputs.lastYear)",
          advice: "Add the counts, or choose other years.")
      }
    }
  }

  private mutating func checkBirths(_ variant: Int) {
    let rows = inputs.variants[variant].births
    var seen: Set<Place> = []
    for (row, count) in rows.enumerated() {
      let subject = DemandProblem.Subject.births(variant: variant, row: row)
      if !(count.births >= 0 && count.births < InputCheck.largestCount) {
        note(
          subject, variant, .impossibleNumber, found: "\(count.births) births",
          expected: "a number from 0 to below \(InputCheck.largestCount)",
          advice: "Correct the count.")
      }
      if !(0...lastAge).contains(count.motherAge) {
        note(
          subject, variant, .agesBeyondPopulation, found: "mothers aged \(count.motherAge)",
          expected: "0 to \(lastAge), the last age of the population",
          advice: "Correct the age.")
      }
      if !seen.insert(Place(year: count.year, sex: .female, age: count.motherAge)).inserted {
        note(
          subject, variant, .duplicateCount,
          found: "a second count of births to mothers aged \(count.motherAge) in \(count.year)",
          expected: "one", advice: "Take one of them out.")
      }
    }
    guard let grown = inputs.services.firstIndex(where: { $0.growsWith == .births }) else { return }
    checkBirthYears(variant, grown)
  }

  private mutating func checkBirthYears(_ variant: Int, _ service: Int) {
    let name = inputs.services[service].id
    let byYear = Dictionary(grouping: inputs.variants[variant].births, by: \.year)
    for year in inputs.baseYear...inputs.lastYear where byYear[year] == nil {
      note(
        .births(variant: variant, row: nil), variant, .noBirths, found: "no births in \(year)",
        expected: "births in every year, because “\(name)” grows with them",
        advice: "Add the counts, or let the service grow with the population.")
    }
    let base = byYear[inputs.baseYear]?.reduce(0) { $0 + $1.births }
    if base == 0 {
      note(
        .births(variant: variant, row: nil), variant, .noBirths,
        found: "0 births in \(inputs.baseYear)",
        expected: "more than 0, because “\(name)” grows with them",
        advice: "Correct the counts, or let the service grow with the population.")
    }
  }

  /// Cells with activity at ages at which the base year has no people in some variant.
  static func uncovered(_ inputs: DemandInputs) -> [DemandProblem] {
    var problems: [DemandProblem] = []
    let (sexes, lastAge) = (inputs.sexes, inputs.lastAge)
    for variant in inputs.variants {
      let table = PeopleTable(
        variant, sexes: sexes, lastAge: lastAge, baseYear: inputs.baseYear,
        years: inputs.lastYear - inputs.baseYear + 1)
      for (place, service) in inputs.services.enumerated() {
        for (index, cell) in service.cells.enumerated() where cell.activity > 0 {
          let weights = CellSpread.weights(table.groups(of: cell), service.growsWith, table)
          guard weights.reduce(0, +) == 0 else { continue }
          problems.append(
            DemandProblem(
              .cell(service: place, cell: index), "service “\(service.id)”", .noPeople,
              found: "\(cell.activity) at ages \(cell.ages), where variant “\(variant.id)” has "
                + "nobody in \(inputs.baseYear)",
              expected: "people wherever there is activity",
              advice: "Correct the ages of the cell or the counts of people."))
        }
      }
    }
    return problems
  }
}

extension ActivityCell {
  /// Its band in print, such as "65 to 74" or "85 and over".
  var ages: String { ageTo.map { "\(ageFrom) to \($0)" } ?? "\(ageFrom) and over" }
}
