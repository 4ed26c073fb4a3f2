// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

extension PortalRequest {
  /// A part of the path by its place, or nothing.
  func step(_ place: Int) -> String { path.indices.contains(place) ? path[place] : "" }

  /// Whether the path starts with some parts.
  func isUnder(_ steps: String...) -> Bool { Array(path.prefix(steps.count)) == steps }

  /// The token of a form, when it can be one; otherwise a new one.
  func token(_ family: String) -> String {
    let sent = fields["token"]
    let isPlain = sent.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    let token = (16...40).contains(sent.count) && isPlain ? sent : RandomID.make()
    return family + "-" + token
  }
}

extension PublicationError {
  /// The reason as a page.
  var problem: PortalProblem {
    switch self {
    case .unknown: .notFound
    case .wrongState: PortalProblem(409, "That can’t be done now", description)
    case .missing: PortalProblem(422, "Something is missing", description)
    }
  }
}

/// Does what a rule allows, and makes a page of what it does not.
func allowed<Result>(
  _ body: () throws(PublicationError) -> Result
) throws(PortalProblem) -> Result {
  do { return try body() } catch { throw error.problem }
}
