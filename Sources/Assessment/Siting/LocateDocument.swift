// SPDX-License-Identifier: Apache-2.0

import Access
public import Siting

/// The answer to a choice of sites as a program reads it.
public struct LocateDocument: Encodable, Sendable {
  /// Weighted mean minutes, largest minutes, number of sites, or share covered.
  public let objective: Double
  /// What no choice can better.
  public let bound: Double
  /// The distance of the two as a share of the objective; 0 when proved.
  public let gap: Double
  /// The open sites, in the order of the file.
  public let sites: [String]
  /// Seconds of search, without reading the files.
  public let seconds: Double

  /// Describes a solution.
  public init(_ solution: SitingSolution, _ problem: SitingProblem, seconds: Double) {
    objective = solution.objective
    bound = solution.bound
    gap = solution.gap.isFinite ? solution.gap : 1
    sites = solution.open.map { problem.travel.sites[$0] }
    self.seconds = (seconds * 1000).rounded() / 1000
  }
}
