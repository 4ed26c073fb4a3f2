// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a standard, a rule or the measures to check them with.
public enum StandardError: Error, Equatable, Sendable {
  // MARK: Standards and rules

  /// A limit is infinite or not a number.
  case limitNotFinite(standard: String)
  /// A limit has a lower end above its upper end.
  case limitUpsideDown(standard: String, low: Double, high: Double)
  /// The share of people who must be within a limit isn't above 0 and at most 1.
  case impossibleShare(standard: String, share: Double)
  /// A rule allows no number of sites.
  case noNumberOfSites(rule: String, atLeast: Int, atMost: Int)
  /// A rule allows fewer than no sites of a group.
  case negativeNumberOfSites(rule: String, Int)
  /// A rule keeps a site from being open together with itself.
  case siteApartFromItself(rule: String, site: String)
  /// Two standards or rules have this id.
  case repeatedRequirement(String)

  // MARK: Measures

  /// A configuration doesn't have the measure of a standard.
  case missingMeasure(standard: String, measure: String)
  /// The measure is given for other things than the standard is about.
  case wrongKindOfMeasure(standard: String, scope: ServiceStandard.Scope)
  /// An open site has no value.
  case missingSite(standard: String, site: String)
  /// A site or area has two values.
  case repeatedPlace(standard: String, place: String)
  /// A value is not a number, or infinite where only people without a route may have that.
  case impossibleValue(standard: String, place: String?, value: Double)
  /// The people of an area are below zero, infinite or not a number.
  case impossiblePeople(standard: String, area: String, people: Double)
  /// No area has any people.
  case nobody(standard: String)
}

extension StandardError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  ///
  /// Longer than other functions because it has one line for each case and no default.
  public var description: String {
    switch self {
    case .limitNotFinite(let id): "standard '\(id)': give a limit that is a finite number"
    case .limitUpsideDown(let id, let low, let high):
      "standard '\(id)': \(low) to \(high) admits nothing: give the lower end first"
    case .impossibleShare(let id, let share):
      "standard '\(id)' is for a share of \(share) of people: give one above 0 and at most 1"
    case .noNumberOfSites(let id, let low, let high):
      "rule '\(id)' allows \(low) to \(high) sites: give the lower number first, zero or more"
    case .negativeNumberOfSites(let id, let count):
      "rule '\(id)' allows \(count) sites of a group: give zero or more"
    case .siteApartFromItself(let id, let site):
      "rule '\(id)' keeps '\(site)' apart from itself: give two sites, or exclude it"
    case .repeatedRequirement(let id): "'\(id)' is the id of two standards or rules: rename one"
    case .missingMeasure(let id, let measure):
      "standard '\(id)': the configuration has no measure '\(measure)'"
    case .wrongKindOfMeasure(let id, let scope):
      "standard '\(id)' is about \(scope.words): give its measure for that"
    case .missingSite(let id, let site): "standard '\(id)': open site '\(site)' has no value"
    case .repeatedPlace(let id, let place): "standard '\(id)': '\(place)' has two values"
    case .impossibleValue(let id, let place, let value):
      "standard '\(id)': the value of \(place ?? "the system") is \(value): give a number"
    case .impossiblePeople(let id, let area, let people):
      "standard '\(id)': area '\(area)' has \(people) people: give zero or more"
    case .nobody(let id): "standard '\(id)': no area has people: give at least one"
    }
  }
}
