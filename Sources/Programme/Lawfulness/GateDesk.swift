// SPDX-License-Identifier: Apache-2.0

import Authority
public import Engagement
public import Foundation
public import Ledger

/// The rules by which evidence is judged, gates are passed, holds are placed and steps begin.
public struct GateDesk: Sendable {
  let data: DataFolder
  let plan: GatePlan
  let clock: @Sendable () -> Date

  /// The longest text that a reason or a note can be, in characters.
  public static let longest = 2_000

  /// The rules over a data folder, for the gates of a plan.
  public init(
    _ data: DataFolder, plan: GatePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  var today: CivilDay { LondonTime.day(clock()) }

  /// How a change stands today.
  ///
  /// - Throws: `EventRefusal.notFound` when the plan has no such change.
  public func view(of change: String) throws(EventRefusal) -> GateChangeView {
    guard let definition = plan.change(change) else { throw .notFound }
    do {
      let record = try data.ledger.state(GateState.self).record(change)
      let consultations = try data.ledger.state(ConsultationState.self)
      return GateChangeView(
        definition, record, day: today,
        consultation: definition.consultation.flatMap { consultations.records[$0] })
    } catch {
      throw .ledger(error)
    }
  }

  /// Attaches evidence to a criterion, once for a token.
  ///
  /// - Throws: `EventRefusal.faults` when it is of a kind that does not count there, or names a
  ///   fact, a publication or an entry that is not there; `notFound` without such a criterion.
  public func attach(
    _ attachment: GateAttachment, to change: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let criterion = try criterion(change, attachment.gate, attachment.criterion)
    var faults = GateFaults()
    let counted = criterion.criterion.admissible
    if !counted.contains(attachment.kind) || attachment.kind == .verdict {
      let words = GateEvidenceKind.allCases.filter { counted.contains($0) && $0 != .verdict }
      faults.add(
        "kind",
        words.isEmpty
          ? "Only a reviewer’s verdict counts here. Give a verdict."
          : "Choose what counts here: \(words.map(GateWords.kind).joined(separator: ", ")).")
    }
    faults.demand("title", attachment.title, "Say what it is called.", upTo: 200)
    faults.limit("note", attachment.note, upTo: Self.longest)
    try checkReference(attachment, &faults)
    if let end = attachment.validThrough, end < today {
      faults.add("valid", "It has run out already. Enter a later day, or leave it empty.")
    }
    try faults.refuse()
    try await append(.attached(attachment), change, author, token)
  }

  /// Takes evidence away again, for a reason.
  ///
  /// - Throws: `EventRefusal.notFound` when there is no such evidence.
  public func detach(
    _ attachment: String, from change: String, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let record = try view(of: change).record
    guard record.attachments.contains(where: { $0.what.id == attachment }),
      record.detached[attachment] == nil
    else { throw .notFound }
    var faults = GateFaults()
    faults.demand("reason", reason, "Say why it is taken away.", upTo: Self.longest)
    try faults.refuse()
    try await append(.detached(attachment: attachment, reason: reason), change, author, token)
  }

  /// Records a reviewer's verdict on a criterion, once for a token.
  ///
  /// - Throws: `EventRefusal.faults` without a reason or a body, for a verdict that has run out, and
  ///   for “met” without evidence that counts.
  public func judge(
    _ judgement: GateJudgement, on change: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let criterion = try criterion(change, judgement.gate, judgement.criterion)
    let shown = try view(of: change).gate(judgement.gate)?.criteria
      .first { $0.definition.criterion.id == judgement.criterion }
    var faults = GateFaults()
    faults.demand("reason", judgement.reason, "Give the reasons.", upTo: Self.longest)
    faults.demand("behalf", judgement.onBehalfOf, "Say for which body or role.", upTo: 200)
    if let end = judgement.validThrough, end < today {
      faults.add("valid", "That day is over. Enter a later day, or leave it empty.")
    }
    if judgement.outcome == .met, let shown, !shown.hasEvidence(on: today) {
      let kinds = criterion.criterion.admissible.map(GateWords.kind).sorted()
      faults.add(
        "outcome",
        "It cannot be met without evidence that counts: \(kinds.joined(separator: ", ")). "
          + "Attach some first.")
    }
    try faults.refuse()
    try await append(.judged(judgement), change, author, token)
  }

  private func criterion(
    _ change: String, _ gate: String, _ criterion: String
  ) throws(EventRefusal) -> GateCriterionDefinition {
    guard let found = plan.change(change)?.gate(gate)?.criterion(criterion) else {
      throw .notFound
    }
    return found
  }

  private func checkReference(
    _ attachment: GateAttachment, _ faults: inout GateFaults
  ) throws(EventRefusal) {
    let reference = attachment.reference
    switch attachment.kind {
    case .fact:
      if !plan.facts.contains(where: { $0.id == reference }) {
        faults.add("reference", "Enter the id of a figure of this plan, as on its page.")
      }
    case .document:
      if !reference.isEmpty, !plan.documents.contains(where: { $0.id == reference }) {
        faults.add("reference", "Choose a publication of this plan, or leave it empty.")
      }
    case .event, .decision:
      if !reference.isEmpty, try !isEntry(reference) {
        faults.add(
          "reference",
          "Enter the number of an entry of the record that is not about gates, or leave it empty.")
      }
    case .verdict: break
    }
  }

  /// Whether a number is that of an entry of another family.
  private func isEntry(_ reference: String) throws(EventRefusal) -> Bool {
    guard let number = Int64(reference), number > 0 else { return false }
    do {
      guard let entry = try data.ledger.entry(numbered: number) else { return false }
      return entry.family != GateEvent.family
    } catch {
      throw .ledger(error)
    }
  }

  @discardableResult
  func append(
    _ event: GateEvent, _ change: String, _ author: Author, _ token: String?
  ) async throws(EventRefusal) -> Receipt {
    return try await data.keeper.append(event, change, by: author, token: token)
  }
}

extension GateCriterionView {
  /// Whether something of a kind that counts is there, or a verdict alone is enough.
  func hasEvidence(on day: CivilDay) -> Bool {
    let counted = definition.criterion.admissible
    if counted.contains(.verdict) || !published.isEmpty && counted.contains(.event) { return true }
    if !automatic.isEmpty { return true }
    return attachments.contains {
      counted.contains($0.what.kind) && ($0.what.validThrough.map { day <= $0 } ?? true)
    }
  }
}

/// What is wrong with a form about gates.
struct GateFaults {
  private var faults: [FieldFault] = []

  mutating func add(_ field: String, _ message: String) {
    faults.append(FieldFault(field, message))
  }

  mutating func demand(_ field: String, _ text: String, _ missing: String, upTo length: Int) {
    if text.allSatisfy(\.isWhitespace) { return add(field, missing) }
    limit(field, text, upTo: length)
  }

  mutating func limit(_ field: String, _ text: String, upTo length: Int) {
    if text.count > length {
      add(field, "This can be \(length) characters at most; it has \(text.count).")
    }
  }

  func refuse() throws(EventRefusal) {
    if !faults.isEmpty { throw .faults(faults) }
  }
}
