// SPDX-License-Identifier: Apache-2.0

/// Minutes of travel from every area to every site.
///
/// Values are stored area by area: the minutes from area `i` to site `j` are at `i * sites.count + j`.
/// A pair without a route is `Double.infinity`.
public struct TravelMatrix: Equatable, Sendable {
  /// The codes of the areas, one for each row.
  public let areas: [String]
  /// The codes of the sites, one for each column.
  public let sites: [String]
  /// Minutes, row after row; not negative, never NaN, infinite where there is no route.
  public let minutes: [Double]

  /// Makes a matrix from its rows.
  ///
  /// - Throws: `TravelMatrixError` when a size, a code or a time is wrong.
  public init(areas: [String], sites: [String], minutes: [Double]) throws(TravelMatrixError) {
    guard minutes.count == areas.count * sites.count else {
      throw .wrongSize(found: minutes.count, areas: areas.count, sites: sites.count)
    }
    if let code = firstRepeated(areas) { throw .repeatedArea(code) }
    if let code = firstRepeated(sites) { throw .repeatedSite(code) }
    for (index, value) in minutes.enumerated() where !(value >= 0) {
      throw .impossibleTime(
        area: areas[index / sites.count], site: sites[index % sites.count], minutes: value)
    }
    self.areas = areas
    self.sites = sites
    self.minutes = minutes
  }

  /// The minutes from one area to one site, by position.
  public subscript(area: Int, site: Int) -> Double { minutes[area * sites.count + site] }

  /// The matrix with every time multiplied, as when a car's minutes become an ambulance's.
  ///
  /// - Throws: `TravelMatrixError.impossibleFactor` when the factor is not a positive number.
  public func scaled(by factor: Double) throws(TravelMatrixError) -> TravelMatrix {
    guard factor > 0, factor.isFinite else { throw .impossibleFactor(factor) }
    return TravelMatrix(areas: areas, sites: sites, checked: minutes.map { $0 * factor })
  }

  /// The matrix of some of its areas and some of its sites, by position and in the order given.
  ///
  /// - Throws: `TravelMatrixError` when a position is given twice.
  public func selecting(
    areas rows: [Int], sites columns: [Int]
  ) throws(TravelMatrixError) -> TravelMatrix {
    try TravelMatrix(
      areas: rows.map { areas[$0] }, sites: columns.map { sites[$0] },
      minutes: rows.flatMap { row in columns.map { self[row, $0] } })
  }

  private init(areas: [String], sites: [String], checked minutes: [Double]) {
    self.areas = areas
    self.sites = sites
    self.minutes = minutes
  }
}

/// What can be wrong with a travel matrix.
public enum TravelMatrixError: Error, Equatable, Sendable {
  /// The number of times isn't the number of areas multiplied by the number of sites.
  case wrongSize(found: Int, areas: Int, sites: Int)
  /// One area has two rows.
  case repeatedArea(String)
  /// One site has two columns.
  case repeatedSite(String)
  /// A time is negative or not a number.
  case impossibleTime(area: String, site: String, minutes: Double)
  /// A factor is not a positive number.
  case impossibleFactor(Double)
}

private func firstRepeated(_ codes: [String]) -> String? {
  var seen = Set<String>()
  return codes.first { !seen.insert($0).inserted }
}
