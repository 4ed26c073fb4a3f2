// SPDX-License-Identifier: Apache-2.0

extension SitingError: CustomStringConvertible {
  /// The mistake as a sentence that says what would help; the edges may word it their own way.
  ///
  /// Longer than other functions because it has one line for each case and no default: a new case
  /// does not compile without its words.
  public var description: String {
    switch self {
    case .noAreas: "the travel matrix has no areas"
    case .noSites: "the travel matrix has no sites"
    case .tooManySites(let found, let limit): "\(found) sites are more than \(limit)"
    case .wrongWeightCount(let found, let areas):
      "there are \(found) weights for \(areas) areas; give one for each"
    case .impossibleWeight(let area, let weight):
      "area '\(area)' has weight \(weight); a weight is a number, zero or more"
    case .numbersTooLarge:
      "weights and minutes are so large that their sums overflow; use a larger unit for one of them"
    case .noWeight: "every weight is zero; give some area a weight above zero"
    case .unknownSite(let position, let list, let sites):
      "the list of sites to \(list.rawValue) has position \(position); positions are 0 to \(sites - 1)"
    case .repeatedSite(let site, let list):
      "site '\(site)' is twice in the list of sites to \(list.rawValue)"
    case .keptAndForbidden(let site): "site '\(site)' can't be both kept and forbidden"
    case .impossibleSiteCount(let found): "a plan with \(found) sites is no plan; ask for 1 or more"
    case .fewerSitesThanKept(let found, let kept):
      "\(kept) sites are kept, so \(found) are too few; ask for \(kept) or keep fewer"
    case .moreSitesThanAllowed(let found, let allowed):
      "\(allowed) sites are allowed, so \(found) are too many; ask for \(allowed) or forbid fewer"
    case .impossibleRadius(let found): "a radius of \(found) minutes is no radius; give 0 or more"
    case .outOfReach(let shortfall): shortfall.sentence
    case .tooFewSites(let found, let fewest):
      "\(found) sites can't reach every area; \(fewest) can"
    }
  }
}

extension SitingError.Shortfall {
  /// The first few areas, and every change that would reach all of them.
  fileprivate var sentence: String {
    let named = areas.prefix(5).joined(separator: ", ")
    let others = areas.count > 5 ? " and \(areas.count - 5) more" : ""
    let problem =
      radius.isInfinite
      ? "no allowed site has a route from \(named)\(others)"
      : "no allowed site is within \(radius) minutes of \(named)\(others)"
    var remedies: [String] = []
    if smallestRadius.isFinite { remedies.append("a radius of \(smallestRadius) minutes") }
    if !permit.isEmpty { remedies.append("allowing \(permit.joined(separator: ", "))") }
    guard !remedies.isEmpty else { return problem + "; leave those areas out or add a site" }
    return problem + "; " + remedies.joined(separator: " or ") + " would do"
  }
}
