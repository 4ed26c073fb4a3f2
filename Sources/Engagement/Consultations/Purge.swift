// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Erases the personal data of a consultation when its rule says so.
public struct Purge: Sendable {
  private let data: DataFolder
  private let plan: EngagementPlan
  private let hooks: ConsultationHooks

  /// Over a data folder and a plan.
  public init(data: DataFolder, plan: EngagementPlan, hooks: ConsultationHooks = .standard) {
    self.data = data
    self.plan = plan
    self.hooks = hooks
  }

  /// What would be erased; nothing is erased.
  ///
  /// - Throws: `ConsultationRefusal` when nothing is due.
  public func preview(
    _ consultation: String, at now: Date
  ) async throws(ConsultationRefusal) -> PurgeCertificate {
    let definition = try desk.definition(consultation)
    let record = try desk.record(consultation)
    guard record.purges.isEmpty else { throw .alreadyPurged }
    let due = Retention.dueOn(definition, record, at: now)
    guard let due, due <= now else { throw .notDue(due) }
    return try await count(definition, due: due).certificate
  }

  /// Stores the tables, erases answers, drafts and contact details, and records a certificate.
  ///
  /// It can be run again when it was cut off: what is gone stays gone, and the certificate comes
  /// last. The chain is not touched: it holds digests, not texts.
  /// - Throws: `ConsultationRefusal` when nothing is due, or a part of it fails.
  public func run(
    _ consultation: String, at now: Date, by author: Author
  ) async throws(ConsultationRefusal) -> PurgeCertificate {
    _ = try await preview(consultation, at: now)
    try await storeTables(consultation, author)
    let due = Retention.dueOn(
      try desk.definition(consultation), try desk.record(consultation), at: now)
    let found = try await count(try desk.definition(consultation), due: due ?? now)
    do {
      for tied in found.tied {
        for id in tied.ids { try await tied.store.remove(kind: tied.kind, id: id) }
      }
      try await data.ledger.append(try erasedDrafts(consultation, found.certificate.rule, author))
      try await data.ledger.erase(
        found.texts,
        saying: Draft(
          ConsultationEvent.purged(found.certificate), subject: consultation, by: author))
    } catch {
      throw .ledger(error)
    }
    return found.certificate
  }

  private var desk: ConsultationDesk {
    ConsultationDesk(data: data, plan: plan, hooks: hooks)
  }

  private func storeTables(
    _ consultation: String, _ author: Author
  ) async throws(ConsultationRefusal) {
    guard try desk.record(consultation).tables == nil else { return }
    let tables: String
    do {
      tables = try await hooks.tabulate(consultation, data, plan)
    } catch {
      throw .elsewhere("the tables could not be made, and nothing was erased: \(error)")
    }
    try await desk.append(.tabulated(tables: tables), to: consultation, author, nil)
  }

  private func erasedDrafts(
    _ consultation: String, _ rule: String, _ author: Author
  ) throws(LedgerError) -> [Draft] {
    var drafts: [Draft] = []
    for record in try data.ledger.state(ResponseState.self).responses(to: consultation)
    where record.erasure == nil {
      drafts.append(
        try Draft(
          ResponseEvent.erased(response: record.response.id, reason: rule), subject: consultation,
          by: author))
    }
    return drafts
  }

  private struct Found {
    var texts: [String]
    var tied: [(store: PrivateStore, kind: String, ids: [String])]
    var certificate: PurgeCertificate
  }

  private func count(
    _ definition: ConsultationDefinition, due: Date
  ) async throws(ConsultationRefusal) -> Found {
    do {
      let ledger = data.ledger
      let answers = try ledger.state(AnswerTexts.self).byConsultation[definition.id] ?? []
      let others = try await hooks.otherContents(definition.id, data)
      let readable = try ledger.contents(answers + others)
      let last = try ledger.entries().last
      var certificate = PurgeCertificate(
        responses: try ledger.state(ResponseState.self).responses(to: definition.id).count,
        answers: answers.filter { readable[$0] != nil }.count,
        otherTexts: others.filter { readable[$0] != nil }.count, drafts: 0, contacts: 0,
        equality: 0, due: due, rule: Retention.rule(definition),
        anchorSequence: last?.sequence ?? 0, anchorDigest: last?.digest ?? "")
      var tied: [(store: PrivateStore, kind: String, ids: [String])] = []
      for records in hooks.tiedRecords {
        let ids = try records.ids(of: definition.id, in: data)
        tied.append((records.store(in: data), records.kind, ids))
        switch records.place {
        case .drafts: certificate.drafts += ids.count
        case .contacts: certificate.contacts += ids.count
        case .equality: certificate.equality += ids.count
        }
      }
      return Found(texts: answers + others, tied: tied, certificate: certificate)
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch {
      throw .elsewhere("\(error)")
    }
  }
}
