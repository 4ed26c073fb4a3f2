// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// How long the personal data of a consultation is kept, for staff.
struct DeskRetentionPage {
  let title: String
  let back: String
  let action: String
  let errors: FormErrors
  let secret: String
  let rule: String
  let state: String
  let isDue: Bool
  let mayPurge: Bool
  let cannotPurge: Bool
  let counts: [Grid]
  let fields: [Field]
  let isPurged: Bool
  let certificate: String
}

/// The certificate of a purge, to be printed.
struct CertificatePage {
  let title: String
  let home: String
  let when: String
  let who: String
  let rule: String
  let due: String
  let counts: Grid
  let anchor: String
  let digest: String
  let hasTables: Bool
  let tables: String
}

extension ConsultationPages {
  func deskRetention(_ call: DeskCall) async throws -> PortalAnswer? {
    _ = try call.visit.person(who: .enterTheDesk)
    _ = try definition(call.id)
    if call.path.isEmpty, !call.isPost { return try await retentionPage(call, FormErrors()) }
    guard call.path == ["purge"], call.isPost else { return nil }
    let person = try call.visit.person(who: .administer)
    var errors = FormErrors()
    if call.fields["sure"].lowercased() != "erase" {
      errors.add("sure", "Type the word erase to say that you are sure.")
      return try await retentionPage(call, errors)
    }
    try await keepName(of: person)
    do throws(ConsultationRefusal) {
      _ = try await purge.run(call.id, at: now, by: call.visit.author)
    } catch {
      if error == .alreadyPurged { return .see(call.home + "/certificate") }
      errors.add("sure", error.description)
    }
    if errors.hasErrors { return try await retentionPage(call, errors) }
    return .see(call.home + "/certificate")
  }

  private func retentionPage(
    _ call: DeskCall, _ errors: FormErrors
  ) async throws -> PortalAnswer {
    let definition = try definition(call.id)
    let record = try record(call.id)
    let due = Retention.dueOn(definition, record, at: now)
    let isPurged = !record.purges.isEmpty
    let preview = try? await purge.preview(call.id, at: now)
    let mayPurge = call.visit.person?.may(.administer) ?? false
    let state =
      isPurged
      ? "The personal data has been erased."
      : due.map {
        ($0 <= now ? "It has been due since " : "It is due on ") + ConsultationTimes.day($0) + "."
      } ?? "Nothing is due before it closes."
    let model = DeskRetentionPage(
      title: definition.title, back: call.home, action: call.home + "/retention/purge",
      errors: errors, secret: call.visit.formSecret, rule: Retention.rule(definition),
      state: state, isDue: preview != nil && mayPurge, mayPurge: mayPurge,
      cannotPurge: preview != nil && !mayPurge,
      counts: preview.map { [Self.counts($0, "What would be erased")] } ?? [],
      fields: [
        .line(
          "sure", "Type the word erase", value: call.fields["sure"],
          hint: "This cannot be undone.", error: errors["sure"])
      ], isPurged: isPurged, certificate: call.home + "/certificate")
    return staff("Retention: \(definition.title)", "desk-retention", model, errors)
  }

  func certificate(_ call: DeskCall) throws -> PortalAnswer? {
    _ = try call.visit.person(who: .enterTheDesk)
    let definition = try definition(call.id)
    let record = try record(call.id)
    guard call.path.isEmpty, !call.isPost else { return nil }
    guard let purge = record.purges.last else { throw PortalProblem.notFound }
    let model = CertificatePage(
      title: definition.title, home: call.home, when: ConsultationTimes.moment(purge.on),
      who: name(of: purge.by), rule: purge.what.rule, due: ConsultationTimes.day(purge.what.due),
      counts: Self.counts(purge.what, "What was erased"),
      anchor: "Entry \(purge.what.anchorSequence) of the ledger",
      digest: purge.what.anchorDigest, hasTables: record.tables != nil,
      tables: record.tables.map { ConsultationTimes.moment($0.on) } ?? "")
    return staff("Certificate of erasure: \(definition.title)", "certificate", model)
  }

  private static func counts(_ certificate: PurgeCertificate, _ caption: String) -> Grid {
    Grid(
      caption, ["What", "Number#"],
      [
        ("Texts with answers", certificate.answers),
        ("Other texts kept of them", certificate.otherTexts),
        ("Responses that were not sent", certificate.drafts),
        ("Contact details", certificate.contacts),
        ("Answers about equality", certificate.equality),
        ("Responses that stay counted", certificate.responses),
      ].map { [$0.0, ConsultationNumbers.whole($0.1)] })
  }
}
