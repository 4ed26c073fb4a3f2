// SPDX-License-Identifier: Apache-2.0

import Access
public import PlanPackage
public import Siting

/// A choice of sites from raw files: areas with weights, and minutes from areas to sites.
public struct LocateRequest: Sendable {
  /// The problem for the engine.
  public let problem: SitingProblem
  /// What a careful user would want to hear although nothing is wrong.
  public let remarks: [String]

  /// Joins the two files and finds the named sites.
  ///
  /// Only areas with a row of demand take part; those of zero weight do too.
  /// - Throws: `PlanError` with everything that does not fit together.
  public init(
    demand: DemandFile, demandFile: String, travel: TravelFile, travelFile: String,
    keep: [String] = [], forbid: [String] = []
  ) throws(PlanError) {
    var violations: [Violation] = []
    let known = Dictionary(
      travel.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let missing = demand.areas.filter { known[$0] == nil }
    if let first = missing.first {
      violations.append(
        Violation(
          file: travelFile, column: "area",
          found: "no row for \(missing.count) of the \(demand.areas.count) areas of "
            + "\(demandFile), first “\(first)”",
          expected: "minutes for every area with demand",
          advice: SmallAreaCode.mixture(demand.areas, travel.areas)
            ?? "Add the rows, or take the areas out of \(demandFile)."))
    }
    let keep = LocateRequest.positions(keep, "--keep", travel.sites, travelFile, &violations)
    let forbid = LocateRequest.positions(forbid, "--forbid", travel.sites, travelFile, &violations)
    guard violations.isEmpty else { throw PlanError(violations) }
    let width = travel.sites.count
    let rows = demand.areas.compactMap { known[$0] }
    do {
      let matrix = try TravelMatrix(
        areas: demand.areas, sites: travel.sites,
        minutes: rows.flatMap { travel.minutes[$0 * width..<($0 + 1) * width] })
      problem = try SitingProblem(
        travel: matrix, weights: demand.weights, keep: keep, forbid: forbid)
    } catch let error as SitingError {
      throw PlanError([LocateRequest.violation(error, demandFile, travelFile)])
    } catch {
      throw PlanError([
        Violation(
          file: travelFile, found: "\(error)", expected: "minutes that are not below 0",
          advice: "Correct the file.")
      ])
    }
    remarks = LocateRequest.remarks(travel, extra: travel.areas.count - rows.count, travelFile)
  }

  /// A complaint of the engine as a violation of one of the two files.
  public static func violation(
    _ error: SitingError, _ demandFile: String, _ travelFile: String
  ) -> Violation {
    Violation(
      file: travelFile, found: error.description, expected: "a problem that has an answer",
      advice: "Change what it names, or the options of the command.")
  }

  private static func positions(
    _ codes: [String], _ option: String, _ sites: [String], _ file: String,
    _ violations: inout [Violation]
  ) -> [Int] {
    codes.compactMap { code in
      if let position = sites.firstIndex(of: code) { return position }
      violations.append(
        Violation(
          file: file, row: 1, found: "no column “\(code)”, which \(option) names",
          expected: "one of \(sites.prefix(8).joined(separator: ", "))"
            + (sites.count > 8 ? " and \(sites.count - 8) more" : ""),
          advice: "Name sites as the header of the file does."))
      return nil
    }
  }

  private static func remarks(_ travel: TravelFile, extra: Int, _ file: String) -> [String] {
    var remarks: [String] = []
    if extra > 0 {
      remarks.append("\(extra) areas of \(file) have no row of demand and are left out.")
    }
    let finite = travel.minutes.lazy.filter(\.isFinite)
    if let most = finite.max(), most < 6, finite.contains(where: { $0 != $0.rounded() }) {
      remarks.append(
        "The longest time in \(file) is \(most): if these are hours, multiply them by 60.")
    }
    return remarks
  }
}
