// SPDX-License-Identifier: Apache-2.0

/// What can be wrong with a request to measure every subset of the candidates.
public enum EnumerationError: Error, Equatable, Sendable {
  /// The travel matrix has no areas.
  case noAreas
  /// There is no candidate to choose.
  case noCandidates
  /// There are more candidates than any form of the enumeration takes.
  case tooManyCandidates(found: Int, limit: Int)
  /// A site isn't a column of the travel matrix.
  case siteOutside(found: Int, sites: Int)
  /// A site is named twice among candidates, sites always open and outside units.
  case repeatedSite(Int)
  /// The number of weights isn't the number of areas.
  case weightCount(found: Int, areas: Int)
  /// A weight is negative, infinite or not a number.
  case impossibleWeight(area: String, weight: Double)
  /// The weights sum to zero, so there is nothing to share out, or to less than 1e-100 or more
  /// than 1e100.
  case impossibleTotalWeight(Double)
  /// A time is a million minutes or more but not infinite.
  case impossibleTime(minutes: Double)
  /// A threshold is negative, infinite or not a number.
  case impossibleThreshold(Double)
  /// A target volume is negative, infinite or not a number.
  case impossibleTarget(Double)
  /// A measure names a threshold by a position that the list of thresholds doesn't have.
  case thresholdOutside(found: Int, thresholds: Int)
  /// The columns asked for don't fit: keep fewer measures, allow more or go block by block.
  case tooMuchMemory(candidates: Int, bytesNeeded: Int, bytesAllowed: Int)
  /// The column wasn't among the measures kept.
  case columnNotKept(SubsetMeasure)
  /// A column hasn't one row for each subset.
  case columnLength(found: Int, expected: Int)
  /// A subset has a member that isn't a candidate, or a position isn't one.
  case positionOutside(found: Int, candidates: Int)
  /// A margin is negative or not a number.
  case impossibleMargin(Double)
  /// A comparison takes from two to four columns.
  case objectiveCount(found: Int)
}

extension EnumerationError: CustomStringConvertible {
  /// The mistake as a sentence that says what was found and what to do.
  ///
  /// One line for each case and no default: a new case doesn't compile without its words.
  public var description: String {
    switch self {
    case .noAreas: "the travel matrix has no areas; give at least one"
    case .noCandidates: "there is no candidate site to choose; name at least one"
    case .tooManyCandidates(let found, let limit):
      "\(found) candidates are more than \(limit); fix some as always open or leave some out"
    case .siteOutside(let found, let sites):
      "site \(found) is not a column of the travel matrix, which has columns 0 to \(sites - 1)"
    case .repeatedSite(let site): "site \(site) is named twice; name it once, in one role"
    case .weightCount(let found, let areas):
      "there are \(found) weights for \(areas) areas; give one for each area"
    case .impossibleWeight(let area, let weight):
      "the weight of area '\(area)' is \(weight); give a finite number, zero or more"
    case .impossibleTotalWeight(let total):
      "the weights sum to \(total); give a sum above zero, from 1e-100 to 1e100"
    case .impossibleTime(let minutes):
      "a time is \(minutes) minutes; where there is no route give infinity"
    case .impossibleThreshold(let minutes):
      "a threshold is \(minutes) minutes; give a finite number, zero or more"
    case .impossibleTarget(let volume):
      "the target volume is \(volume); give a finite number, zero or more"
    case .thresholdOutside(let found, let thresholds):
      "a measure names threshold \(found), counted from 0, but there are \(thresholds)"
    case .tooMuchMemory(let candidates, let needed, let allowed):
      "the columns for \(candidates) candidates need \(needed) bytes and \(allowed) are allowed; "
        + "keep fewer measures, allow more or go block by block"
    case .columnNotKept(let measure):
      "the column \(measure) was not kept; name it among the measures"
    case .columnLength(let found, let expected):
      "a column has \(found) rows where the subsets are \(expected)"
    case .positionOutside(let found, let candidates):
      "position \(found) is not a candidate; positions are 0 to \(candidates - 1)"
    case .impossibleMargin(let margin): "the margin is \(margin); give a number, zero or more"
    case .objectiveCount(let found):
      "\(found) columns are compared; give two, three or four"
    }
  }
}
