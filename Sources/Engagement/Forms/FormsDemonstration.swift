// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
public import Ledger

/// Something to show on every page about forms.
public enum FormsDemonstration {
  /// Publishes each form of the plan that has no version yet, and starts one draft.
  ///
  /// - Throws: `FormPublicationError` or `LedgerError`.
  public static func fill(_ data: DataFolder, plan: EngagementPlan, seed: UInt64) async throws {
    let desk = FormDesk(data)
    let published = try data.ledger.state(FormState.self)
    for form in plan.forms where published.latest(form.id) == nil {
      try await desk.publish(form, reason: nil, by: .program)
    }
    let drafts = FormDrafts(data)
    guard let form = plan.forms.first, try drafts.draft(of: form.id) == nil else { return }
    var changed = form
    var draws = SyntheticDraws(seed: seed)
    guard let section = changed.sections.indices.randomElement(using: &draws) else { return }
    changed.sections[section].questions.append(
      Question(
        id: FormID.make(from: "synthetic-comment", taken: Set(form.questions.map(\.id))),
        text: "Is there anything else? (synthetic example of a question being added)",
        kind: .text(lines: 4)))
    try await drafts.keep(changed, at: Date(timeIntervalSince1970: 1_500_000_000))
  }
}
