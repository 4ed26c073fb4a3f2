// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Engagement
import Foundation
import Ledger
import Mail
import People
import PlanPackage
import Site

/// Erases personal data of consultations when their rule says so.
struct PurgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Erase the personal data of consultations that is due to go.",
    discussion: """
      Says what would be erased, and erases it only with --erase. The tables are stored first; the \
      ledger stays valid; a certificate is recorded. Exits with 0 when nothing is due.
      """)

  @OptionGroup var plan: PlanArgument
  @Option(help: "The data folder.", completion: .directory)
  var data: String
  @Option(help: "Only this consultation, by its id.")
  var consultation: String?
  @Option(help: "The account in whose name it is erased; it is on the certificate.")
  var account = "weald"
  @Flag(help: "Erase it. Without this, nothing is changed.")
  var erase = false

  func validate() throws { try requirePath(data, "--data") }

  func run() async throws {
    do {
      try requireDataFolder(data)
      let folder = try DataFolder(path: data)
      try demandAccount(folder)
      let plan = try EngagementPlan(plan.reader())
      try await run(folder, plan, at: Date())
    } catch {
      throw try Terminal.failure(error)
    }
  }

  /// The account is on the certificate, so it has to be somebody's.
  private func demandAccount(_ folder: DataFolder) throws {
    guard account != Author.program.id else { return }
    let people = People(data: folder, mail: OutboxSender(store: folder.contacts), title: "")
    guard try people.person(account) != nil else {
      throw LedgerError.refused("There is no account “\(account)”. Its id is on /desk/people.")
    }
  }

  private func run(_ folder: DataFolder, _ plan: EngagementPlan, at now: Date) async throws {
    if let consultation, !plan.consultations.contains(where: { $0.id == consultation }) {
      throw LedgerError.refused("There is no consultation “\(consultation)” in the plan.")
    }
    let purge = Purge(data: folder, plan: plan)
    let state = try folder.ledger.state(ConsultationState.self)
    let due = Retention.due(at: now, plan: plan, state: state)
      .filter { consultation == nil || $0.id == consultation }
    if due.isEmpty { Terminal.say("Nothing is due.") }
    for definition in due {
      let certificate =
        erase
        ? try await purge.run(
          definition.id, at: now, by: Author(id: account, role: "administrator"))
        : try await purge.preview(definition.id, at: now)
      show(certificate, of: definition)
    }
    if !erase, !due.isEmpty { Terminal.say("Nothing was erased. Add --erase to erase it.") }
  }

  private func show(_ certificate: PurgeCertificate, of definition: ConsultationDefinition) {
    Terminal.print("\(definition.title) [\(definition.id)]")
    Terminal.print("  \(certificate.rule) Due \(certificate.due.formatted(.iso8601)).")
    for (what, count) in [
      ("texts with answers", certificate.answers), ("other texts", certificate.otherTexts),
      ("drafts", certificate.drafts), ("contact details", certificate.contacts),
      ("answers about equality", certificate.equality),
    ] {
      Terminal.print("  \(erase ? "erased" : "would erase") \(count) \(what)")
    }
    Terminal.print("  \(certificate.responses) responses stay counted")
    Terminal.print(
      "  chain anchor: entry \(certificate.anchorSequence), \(certificate.anchorDigest)")
  }
}
