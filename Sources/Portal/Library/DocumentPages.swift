// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Foundation

/// The pages of one document: its versions and formats, its text, and what changed.
struct DocumentPages {
  private let services: Services
  private let document: LibraryDocument

  init(_ services: Services, _ document: LibraryDocument) {
    self.services = services
    self.document = document
  }

  var page: BlockPage {
    let readable = document.shown.filter { $0.status == .published }.map(\.edition)
    return BlockPage(
      title: document.title, pageKind: "Document", answer: document.summary,
      blocks: [
        PageBlock(
          document.currentVersion.map { "Read version \($0)" } ?? "Not published yet",
          beside: staleWords,
          entries: readable.filter { !document.isSuperseded($0) || document.isStale($0) }.map(entry)
        )
      ] + [
        PageBlock(
          grid: readable.isEmpty
            ? nil
            : Grid(
              "Every version and format",
              ["Format", "Version", "State", "Published", "Handed in"],
              document.shown.map(row), links: document.shown.map(link)))
      ] + changeForm + [PageBlock(links: [.init("All documents", "/documents")])])
  }

  private var staleWords: String? {
    let stale = document.shown.filter { $0.status == .published && document.isStale($0.edition) }
    guard !stale.isEmpty, let current = document.currentVersion else { return nil }
    let names = stale.map { "\($0.edition.formatLabel) (version \($0.edition.version))" }
    return "Not brought up to version \(current) yet: \(names.joined(separator: ", "))."
  }

  private func entry(_ edition: LibraryEdition) -> PageBlock.Entry {
    .init(
      entryTitle: edition.formatLabel,
      entryPath: address(edition) ?? "/documents/\(document.id)",
      entryTag: document.isStale(edition) ? "Older version" : nil,
      entryMeta: meta(edition))
  }

  private func meta(_ edition: LibraryEdition) -> String {
    let day = edition.published.map { "published \(NewsDates.day(written: $0))" }
    let place = address(edition) == nil ? "not online; ask us for it" : nil
    return (["Version \(edition.version)"] + [day, place].compactMap { $0 }).joined(separator: ", ")
  }

  private func row(_ held: LibraryDocument.Held) -> [String] {
    [
      held.edition.formatLabel, held.edition.version, state(held),
      held.edition.published.map { NewsDates.day(written: $0) } ?? "Not known",
      held.edition.submitted.map { NewsDates.day(written: $0) } ?? "Not stated",
    ]
  }

  private func state(_ held: LibraryDocument.Held) -> String {
    if held.status == .withdrawn { return "Withdrawn: \(held.withdrawal ?? "no reason given")" }
    if document.isStale(held.edition) { return "Older than the full document" }
    return document.isSuperseded(held.edition) ? "Superseded" : "Published"
  }

  private func link(_ held: LibraryDocument.Held) -> String? {
    held.status == .published ? address(held.edition) : nil
  }

  private func address(_ edition: LibraryEdition) -> String? {
    edition.text == nil ? edition.address : "/documents/\(document.id)/read/\(edition.id)"
  }

  private var withText: [LibraryEdition] {
    document.shown.filter { $0.status == .published && $0.edition.text != nil }.map(\.edition)
  }

  private var changeForm: [PageBlock] {
    let choices = withText.map { ($0.id, "\($0.formatLabel), version \($0.version)") }
    let full = withText.filter { $0.format == "full" }
    guard choices.count > 1, let first = full.dropLast().last?.id ?? choices.first?.0,
      let last = full.last?.id ?? choices.last?.0
    else { return [] }
    return [
      PageBlock(
        "What changed",
        form: .ask(
          "/documents/\(document.id)/changes",
          [
            .select("from", "From", choices, chosen: first),
            .select("to", "To", choices, chosen: last),
          ], button: "Compare"))
    ]
  }

  func text(_ id: String) throws -> BlockPage {
    let edition = try edition(id)
    return BlockPage(
      title: document.title, pageKind: "\(edition.formatLabel), version \(edition.version)",
      blocks: [
        PageBlock(
          beside: document.isSuperseded(edition)
            ? "There is a newer version of this document: \(document.currentVersion ?? "")." : nil,
          prose: services.prose(try held(edition))),
        PageBlock(links: [.init("All versions and formats", "/documents/\(document.id)")]),
      ])
  }

  func changes(_ from: String, _ to: String) throws -> BlockPage {
    let old = try edition(from)
    let new = try edition(to)
    let lines = TextChanges.between(try held(old), try held(new))
    let rows = lines.compactMap { line -> [String]? in
      switch line {
      case .same: nil
      case .removed(let text): ["Taken out", text]
      case .added(let text): ["Put in", text]
      }
    }
    return BlockPage(
      title: "What changed", pageKind: document.title,
      answer:
        "From \(old.formatLabel), version \(old.version), to \(new.formatLabel), version \(new.version).",
      blocks: [
        PageBlock(
          paragraphs: rows.isEmpty
            ? ["Nothing: the two texts are the same."]
            : ["Paragraphs that are the same are left out: \(lines.count - rows.count)."],
          grid: rows.isEmpty
            ? nil : Grid("Paragraphs that changed", ["Change", "Paragraph"], rows),
          links: [.init("All versions and formats", "/documents/\(document.id)")])
      ])
  }

  private func edition(_ id: String) throws -> LibraryEdition {
    guard let edition = withText.first(where: { $0.id == id }) else { throw PortalProblem.notFound }
    return edition
  }

  private func held(_ edition: LibraryEdition) throws -> String {
    guard let id = edition.text?.id, let text = try services.ledger.content(id) else {
      throw PortalProblem.notFound
    }
    return text
  }
}
