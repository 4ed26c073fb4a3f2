// SPDX-License-Identifier: Apache-2.0

/// The lines of the results and the parts of them, and how cells add up to these.
struct ResultFrame: Sendable {
  private(set) var lines: [ResultLine] = []
  private(set) var people: [ResultPart<SexAndAge>] = []
  private(set) var specialties: [ResultPart<String>] = []
  /// For each place, its first line; days in bed follow admissions.
  private(set) var lineOfPlace: [Int32] = []
  /// For each place, whether it has days in bed.
  private(set) var hasBedDays: [Bool] = []
  /// For each cell: its place, its first part by people and its first part by specialty.
  ///
  /// The part of days in bed follows that of admissions.
  private(set) var placeOfCell: [Int32] = []
  private(set) var peopleOfCell: [Int32] = []
  private(set) var specialtyOfCell: [Int32] = []

  init(_ rows: DrawRows, _ cells: CellTable, daysBeyondStay: Int) {
    for cell in 0..<cells.count { placeOfCell.append(cells.parts(cell).place) }
    for place in 0..<cells.places.count {
      lineOfPlace.append(Int32(lines.count))
      let name = cells.places.name(place)
      hasBedDays.append(name.channel == .admissions)
      for measure in name.channel.measures {
        lines.append(ResultLine(measure: measure, pod: name.pod, site: name.site, baseline: 0))
      }
    }
    addParts(cells)
    var tally = CellTally(cells: cells.count)
    for row in 0..<rows.count {
      let cell = Int(rows.cells[row])
      tally.activity[cell] += Int(rows.counts[row])
      tally.bedDays[cell] += Int(rows.counts[row]) * (Int(rows.stays[row]) + daysBeyondStay)
    }
    let sums = sums(tally)
    lines = zip(lines, sums.lines).map {
      ResultLine(measure: $0.measure, pod: $0.pod, site: $0.site, baseline: $1)
    }
    people = zip(people, sums.people).map {
      ResultPart(line: $0.line, group: $0.group, baseline: $1)
    }
    specialties = zip(specialties, sums.specialties).map {
      ResultPart(line: $0.line, group: $0.group, baseline: $1)
    }
  }

  private mutating func addParts(_ cells: CellTable) {
    var peoplePlaces: [[Int32]: Int32] = [:]
    var specialtyPlaces: [[Int32]: Int32] = [:]
    for cell in 0..<cells.count {
      let parts = cells.parts(cell)
      let line = Int(lineOfPlace[Int(parts.place)])
      let measures = hasBedDays[Int(parts.place)] ? 2 : 1
      let peopleKey = [parts.place, parts.sexAndAge]
      if peoplePlaces[peopleKey] == nil {
        peoplePlaces[peopleKey] = Int32(people.count)
        let sex = Sex(rawValue: UInt8(parts.sexAndAge / 16)) ?? .unknown
        let group = SexAndAge(sex: sex, ageGroup: Int(parts.sexAndAge % 16))
        for measure in 0..<measures {
          people.append(ResultPart(line: line + measure, group: group, baseline: 0))
        }
      }
      let specialtyKey = [parts.place, parts.specialty]
      if specialtyPlaces[specialtyKey] == nil {
        specialtyPlaces[specialtyKey] = Int32(specialties.count)
        let name = cells.specialtyName(parts.specialty)
        for measure in 0..<measures {
          specialties.append(ResultPart(line: line + measure, group: name, baseline: 0))
        }
      }
      peopleOfCell.append(peoplePlaces[peopleKey] ?? 0)
      specialtyOfCell.append(specialtyPlaces[specialtyKey] ?? 0)
    }
  }

  /// The lines and parts that cells add up to.
  func sums(_ tally: CellTally) -> (lines: [Int], people: [Int], specialties: [Int]) {
    var ofLines = [Int](repeating: 0, count: lines.count)
    var ofPeople = [Int](repeating: 0, count: people.count)
    var ofSpecialties = [Int](repeating: 0, count: specialties.count)
    for cell in placeOfCell.indices {
      let place = Int(placeOfCell[cell])
      let line = Int(lineOfPlace[place])
      let (person, specialty) = (Int(peopleOfCell[cell]), Int(specialtyOfCell[cell]))
      ofLines[line] += tally.activity[cell]
      ofPeople[person] += tally.activity[cell]
      ofSpecialties[specialty] += tally.activity[cell]
      guard hasBedDays[place] else { continue }
      ofLines[line + 1] += tally.bedDays[cell]
      ofPeople[person + 1] += tally.bedDays[cell]
      ofSpecialties[specialty + 1] += tally.bedDays[cell]
    }
    return (ofLines, ofPeople, ofSpecialties)
  }
}

/// Activity and days in bed by cell.
struct CellTally {
  var activity: [Int]
  var bedDays: [Int]

  init(cells: Int) {
    activity = [Int](repeating: 0, count: cells)
    bedDays = activity
  }
}
