// SPDX-License-Identifier: Apache-2.0

/// People of one place and age who have the same conditions: one person, or a row of linked data.
public struct PeopleCell: Sendable, Hashable {
  /// Where they are.
  public let place: String
  /// The place of their age in the list of bands.
  public let age: Int
  /// Their conditions, bit by bit in the order of the rules.
  public let conditions: UInt32
  /// How many there are: from the least to the most where a small count was hidden.
  public let people: ClosedRange<Int>
  /// Contacts, admissions or whatever else was counted.
  public let activity: Int
  /// What was spent on them, in whole pounds.
  public let pounds: Int

  /// Describes people.
  public init(
    place: String, age: Int, conditions: UInt32, people: ClosedRange<Int>, activity: Int = 0,
    pounds: Int = 0
  ) {
    self.place = place
    self.age = age
    self.conditions = conditions
    self.people = people
    self.activity = activity
    self.pounds = pounds
  }
}

/// What is known of one segment in one place.
public struct SegmentTotal: Sendable, Hashable {
  /// People, as the one number that adds up with the others to the list.
  public let people: Int
  /// The fewest and the most people that there can be.
  public let limits: ClosedRange<Int>
  /// Activity.
  public let activity: Int
  /// Whole pounds.
  public let pounds: Int
}

/// Cells of people put into segments, place by place.
///
/// Known counts are added up exactly. Where counts were hidden because they are small, each
/// segment has limits, narrower when the list of the place is known; the number between them
/// shares out what the list leaves, and so is an estimate.
public struct SegmentCounts: Sendable {
  /// The places, in the order in which cells first name them.
  public let places: [String]
  /// By place and then by segment.
  public let totals: [[SegmentTotal]]

  /// Adds up.
  ///
  /// `lists` has the people on the list of each place that has one.
  /// - Throws: `SegmentError` for numbers below zero, and for a list that the cells cannot make.
  public init(
    _ cells: [PeopleCell], rules: SegmentRules, lists: [String: Int] = [:]
  ) throws(SegmentError) {
    var places: [String] = []
    var position: [String: Int] = [:]
    var sums: [[Sum]] = []
    for cell in cells {
      try SegmentCounts.check(cell)
      let place: Int
      if let known = position[cell.place] {
        place = known
      } else {
        place = places.count
        position[cell.place] = place
        places.append(cell.place)
        sums.append(rules.rules.map { _ in Sum() })
      }
      sums[place][rules.segment(age: cell.age, conditions: cell.conditions)].add(cell)
    }
    self.places = places
    var totals: [[SegmentTotal]] = []
    for (place, row) in zip(places, sums) {
      totals.append(try SegmentCounts.close(row, place: place, list: lists[place]))
    }
    self.totals = totals
  }

  private struct Sum {
    var least = 0
    var most = 0
    var activity = 0
    var pounds = 0

    mutating func add(_ cell: PeopleCell) {
      least += cell.people.lowerBound
      most += cell.people.upperBound
      activity += cell.activity
      pounds += cell.pounds
    }
  }

  private static func check(_ cell: PeopleCell) throws(SegmentError) {
    for (what, value) in [
      ("people", cell.people.lowerBound), ("pounds", cell.pounds), ("activity", cell.activity),
    ] where value < 0 {
      throw .impossibleNumber(place: cell.place, what: what, value: "\(value)")
    }
  }

  private static func close(
    _ sums: [Sum], place: String, list: Int?
  ) throws(SegmentError) -> [SegmentTotal] {
    let least = sums.reduce(0) { $0 + $1.least }
    let most = sums.reduce(0) { $0 + $1.most }
    let total = list ?? least + (most - least) / 2
    guard (least...most).contains(total) else {
      throw .listDoesNotSum(place: place, list: total, least: least, most: most)
    }
    let spare = Apportionment.share(
      total - least, by: sums.map { Double($0.most - $0.least) })
    return zip(sums, spare).map { sum, extra in
      let low = list.map { max(sum.least, $0 - (most - sum.most)) } ?? sum.least
      let high = list.map { min(sum.most, $0 - (least - sum.least)) } ?? sum.most
      return SegmentTotal(
        people: sum.least + extra, limits: low...high, activity: sum.activity, pounds: sum.pounds)
    }
  }
}
