// SPDX-License-Identifier: Apache-2.0

public import Disclosure
import Foundation
import PlanPackage

/// What is to be released, by which rule and beside what.
public struct ReleaseRequest: Sendable {
  /// The folder of exact tables.
  public var unsafe: String
  /// The rule.
  public var policy: DisclosurePolicy
  /// Folders of everything that has been released of the same people before.
  public var previous: [String] = []
  /// What it is called.
  public var title = "Linked activity"
  /// The day, as yyyy-mm-dd.
  public var date: String

  /// Asks for a release.
  public init(unsafe: String, policy: DisclosurePolicy, date: String) {
    self.unsafe = unsafe
    self.policy = policy
    self.date = date
  }

  /// The datasets that a folder of exact tables was made from, as it says itself.
  public static func sources(of unsafe: String) -> [String] {
    UnsafeReport(unsafe + "/report.json").sources ?? []
  }

  /// Decides what may leave.
  ///
  /// - Throws: `PlanError` for tables that are not in order, for an earlier release that is not
  ///   whole, and when nothing would be left.
  public func release() throws -> Release {
    let folder = try UnsafeFolder(unsafe)
    let earlier = try previous.map(ReleaseFolder.init)
    let overlapping = Set(folder.report.overlapping ?? [])
    let decision: DisclosureDecision
    do throws(DisclosureError) {
      decision = try DisclosureDecision(
        folder.cells, policy: policy, overlapping: overlapping,
        previous: earlier.map { PreviousRelease(policy: $0.policy, figures: $0.figures) })
    } catch {
      throw PlanError([
        Violation(
          file: unsafe + "/cells.csv", found: error.description,
          expected: "totals that are the sums of their parts", advice: "Make the tables again.")
      ])
    }
    guard decision.figures.contains(where: { ($0.shown ?? 0) > 0 }) else {
      throw PlanError([
        Violation(
          file: unsafe + "/cells.csv", found: "nothing that can be shown",
          expected: "tables of enough people",
          advice: "Use wider ages, fewer groups or larger places.")
      ])
    }
    return Release(
      decision, self, isSynthetic: folder.report.isSynthetic ?? false,
      linkage: folder.report.linkage, previous: earlier.map(\.digest))
  }
}
