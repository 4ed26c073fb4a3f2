// SPDX-License-Identifier: Apache-2.0

extension InputCheck {
  mutating func checkServices() {
    guard !inputs.services.isEmpty else {
      note(
        .whole, "the services", .noServices, found: "no service", expected: "at least one",
        advice: "Describe what the system does.")
      return
    }
    checkIDs(inputs.services.map(\.id), "service") { .service($0) }
    let seasons = Set(inputs.seasons.map(\.id))
    for (index, service) in inputs.services.enumerated() {
      let name = "service “\(service.id)”"
      if let season = service.season, !seasons.contains(season) {
        note(
          .service(index), name, .unknownSeason, found: "season profile “\(season)”",
          expected: "one of the profiles", advice: "Add the profile or correct the name.")
      }
      if let start = service.starts, start > inputs.lastYear || start < inputs.baseYear {
        note(
          .service(index), name, .startOutside, found: "a start in \(start)",
          expected: "\(inputs.baseYear) to \(inputs.lastYear)",
          advice: "Choose a longer horizon, or correct the year.")
      }
      if service.starts == nil, !service.cells.contains(where: { $0.activity > 0 }) {
        note(
          .service(index), name, .noActivity, found: "no activity in the base year",
          expected: "activity, or a start year for a new service",
          advice: "Add cells, add a start year, or take the service out.")
      }
      checkCells(index, name)
    }
  }

  private mutating func checkCells(_ service: Int, _ name: String) {
    let cells = inputs.services[service].cells
    let before = problems.count
    for index in cells.indices { checkCell(service, index, name) }
    guard problems.count == before else { return }
    for sex in sexes { checkBands(service, name, sex) }
  }

  private mutating func checkCell(_ service: Int, _ index: Int, _ name: String) {
    let cell = inputs.services[service].cells[index]
    let subject = DemandProblem.Subject.cell(service: service, cell: index)
    for (what, number) in [("activity", cell.activity), ("bed days", cell.bedDays)]
    where !(number >= 0 && number < Self.largestCount) {
      note(
        subject, name, .impossibleNumber, found: "\(number) as \(what)",
        expected: "a number from 0 to below \(Self.largestCount)", advice: "Correct the number.")
    }
    if cell.bedDays > 0, cell.activity == 0 {
      note(
        subject, name, .bedDaysWithoutActivity, found: "\(cell.bedDays) bed days and no activity",
        expected: "activity wherever there are bed days", advice: "Add the activity.")
    }
    if cell.ageFrom < 0 || cell.ageTo ?? cell.ageFrom < cell.ageFrom {
      note(
        subject, name, .agesOutOfOrder, found: "ages \(cell.ages)",
        expected: "whole years from 0 up, the first before the last",
        advice: "Correct the ages.")
    } else if max(cell.ageFrom, cell.ageTo ?? 0) > lastAge {
      note(
        subject, name, .agesBeyondPopulation, found: "ages \(cell.ages)",
        expected: "at most \(lastAge), the last age of the population (and over)",
        advice: "Leave the last age empty for “and over”.")
    }
    if cell.sex != .persons, sexes == [.persons] {
      note(
        subject, name, .populationSex, found: "activity of sex \(cell.sex.rawValue)",
        expected: "persons, because the population counts persons",
        advice: "Give the population by sex, or the activity for persons.")
    }
    let twin = inputs.services[service].cells[..<index].firstIndex {
      $0.sex == cell.sex && $0.ageFrom == cell.ageFrom && $0.ageTo == cell.ageTo
    }
    if let twin {
      note(
        subject, name, .duplicateCell,
        found: "\(cell.sex.rawValue) aged \(cell.ages) again, as in cell \(twin + 1)",
        expected: "one cell for each sex and band", advice: "Add the two up, or take one out.")
    }
  }

  /// Overlaps and gaps of the bands of one sex; cells for persons count for both.
  private mutating func checkBands(_ service: Int, _ name: String, _ sex: Sex) {
    let cells = inputs.services[service].cells
    let order = cells.indices
      .filter { cells[$0].sex == sex || cells[$0].sex == .persons }
      .sorted { (cells[$0].ageFrom, $0) < (cells[$1].ageFrom, $1) }
    for (before, after) in zip(order, order.dropFirst()) {
      let end = cells[before].ageTo ?? lastAge
      let subject = DemandProblem.Subject.cell(service: service, cell: after)
      if cells[after].ageFrom <= end {
        let isKnown = problems.contains { $0.subject == subject && $0.kind == .overlappingAges }
        if isKnown { continue }
        note(
          subject, name, .overlappingAges,
          found: "ages \(cells[after].ages) beside ages \(cells[before].ages)",
          expected: "bands of \(sex.rawValue) that share no age", advice: "Correct the bands.")
      } else if cells[after].ageFrom > end + 1, inputs.services[service].growsWith != .births {
        let isKnown = problems.contains { $0.subject == subject && $0.kind == .missingAges }
        if isKnown { continue }
        note(
          subject, name, .missingAges,
          found: "no band of \(sex.rawValue) between ages \(end) and \(cells[after].ageFrom)",
          expected: "bands without a gap",
          advice: "Add a band; enter 0 where there is no activity.")
      }
    }
  }
}
