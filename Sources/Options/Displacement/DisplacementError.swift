// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the areas or groups of a comparison of two configurations.
public enum DisplacementError: Error, Equatable, Sendable {
  /// An area comes twice.
  case repeatedArea(String)
  /// The patients of an area are below zero, infinite or not a number.
  case impossiblePatients(area: String, patients: Double)
  /// A journey takes less than no time, an infinite time or no number.
  case impossibleMinutes(area: String, minutes: Double)
  /// No area has any patients.
  case noPatients
  /// There isn't one label for each area.
  case countsDiffer(areas: Int, labels: Int)
  /// An area has a label that is not among the groups.
  case unknownGroup(String)
  /// A group comes twice in the order of groups.
  case repeatedGroup(String)
  /// The people of a group are below zero, infinite or not a number.
  case impossiblePeople(group: String, people: Double)
  /// The value of a group of people is not a finite number.
  case valueNotFinite(group: String, value: Double)
  /// Fewer than two groups have people, so there is no gradient between them.
  case tooFewGroups(Int)
}

extension DisplacementError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .repeatedArea(let area): "area '\(area)' is given twice: give it once"
    case .impossiblePatients(let area, let patients):
      "area '\(area)' has \(patients) patients: give a finite number of zero or more"
    case .impossibleMinutes(let area, let minutes):
      "area '\(area)' is \(minutes) minutes away: give zero or more, or no site without a route"
    case .noPatients: "no area has patients: give at least one"
    case .countsDiffer(let areas, let labels):
      "there are \(areas) areas and \(labels) labels: give one label for each area"
    case .unknownGroup(let label): "'\(label)' is not among the groups: add it to their order"
    case .repeatedGroup(let group): "group '\(group)' is given twice: name each group once"
    case .impossiblePeople(let group, let people):
      "group '\(group)' has \(people) people: give a finite number of zero or more"
    case .valueNotFinite(let group, let value):
      "the value of group '\(group)' is \(value): give a finite number"
    case .tooFewGroups(let count): "\(count) groups have people: give at least two"
    }
  }
}
