// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Where staff add documents, versions and formats, and publish or withdraw them.
struct LibraryDesk {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .publish)
    let library = try services.ledger.state(LibraryState.self).library(services.plan)
    if request.path.count == 2 {
      return request.method == .get
        ? list(library, visit, FormFields(), FormErrors()).answer(isPrivate: true)
        : try await add(request, visit, library)
    }
    guard let document = library.first(where: { $0.id == request.step(2) }) else {
      throw PortalProblem.notFound
    }
    if request.method == .get, request.path.count == 3 {
      return page(document, visit, FormFields(), FormErrors()).answer(isPrivate: true)
    }
    guard request.method == .post, request.path.count == 4 else { throw PortalProblem.notFound }
    return try await act(request, visit, document)
  }

  private func list(
    _ library: [LibraryDocument], _ visit: Visit, _ typed: FormFields, _ errors: FormErrors
  ) -> BlockPage {
    BlockPage(
      title: "Documents desk",
      answer: "Add documents, and keep versions and formats together.", errors: errors,
      blocks: [
        PageBlock(
          grid: library.isEmpty
            ? nil
            : Grid(
              "Documents", ["Title", "Newest version", "Versions and formats#", "Drafts#"],
              library.map { document in
                [
                  document.title, document.currentVersion ?? "None",
                  "\(document.editions.count)",
                  "\(document.editions.count { $0.status == .draft })",
                ]
              }, links: library.map { "/desk/documents/\($0.id)" })),
        PageBlock(
          "Add a document",
          form: .desk(
            "/desk/documents", visit,
            [
              .line("title", "Title", value: typed["title"], error: errors["title"]),
              .box(
                "summary", "Summary", value: typed["summary"], error: errors["summary"], rows: 3),
            ], button: "Add the document", token: RandomID.make(), isMain: true)),
      ])
  }

  private func add(
    _ request: PortalRequest, _ visit: Visit, _ library: [LibraryDocument]
  ) async throws -> PortalAnswer {
    let fields = request.fields
    var errors = FormErrors()
    errors.require(fields, "title", "Give a title.")
    errors.limit(fields, "title", to: 150, "The title")
    errors.require(fields, "summary", "Say in a sentence what it is.")
    errors.limit(fields, "summary", to: 500, "The summary")
    if errors.hasErrors {
      return list(library, visit, fields, errors).answer(isPrivate: true)
    }
    let receipt = try await services.ledger.append(
      LibraryEvent.described(title: fields["title"], summary: fields["summary"]),
      subject: NewsRules.address(of: fields["title"], mark: RandomID.make()), by: visit.author,
      token: request.token("library"))
    return .see("/desk/documents/\(receipt.entry.subject)")
  }

  private func act(
    _ request: PortalRequest, _ visit: Visit, _ document: LibraryDocument
  ) async throws -> PortalAnswer {
    let chosen = request.fields[request.step(3) == "withdraw" ? "withdrawn" : "edition"]
    let held = document.editions.first { $0.edition.id == chosen }
    switch request.step(3) {
    case "editions": return try await addEdition(request, visit, document)
    case "publish":
      let event = try allowed { () throws(PublicationError) in try LibraryRules.publish(held) }
      try await services.ledger.append(event, subject: document.id, by: visit.author)
    case "withdraw":
      var errors = FormErrors()
      errors.require(request.fields, "reason", "Give the reason; readers see it.")
      errors.limit(request.fields, "reason", to: 500, "The reason")
      if errors.hasErrors {
        return page(document, visit, request.fields, errors).answer(isPrivate: true)
      }
      let event = try allowed { () throws(PublicationError) in
        try LibraryRules.withdraw(held, reason: request.fields["reason"])
      }
      try await services.ledger.append(event, subject: document.id, by: visit.author)
    default: throw PortalProblem.notFound
    }
    return .see("/desk/documents/\(document.id)")
  }

  private func addEdition(
    _ request: PortalRequest, _ visit: Visit, _ document: LibraryDocument
  ) async throws -> PortalAnswer {
    let (read, text, wrong) = EditionFields.edition(request.fields)
    var edition = read
    var errors = wrong
    let content = text.map { Content($0, kind: "document") }
    edition.text = content?.reference
    if !errors.hasErrors {
      do {
        let event = try LibraryRules.add(edition, to: document)
        try await services.ledger.append(
          event, subject: document.id, by: visit.author, token: request.token("library"),
          contents: content.map { [$0] } ?? [])
        return .see("/desk/documents/\(document.id)")
      } catch let error as PublicationError { errors.add("version", error.description) }
    }
    return page(document, visit, request.fields, errors).answer(isPrivate: true)
  }

  private func page(
    _ document: LibraryDocument, _ visit: Visit, _ typed: FormFields, _ errors: FormErrors
  ) -> BlockPage {
    let base = "/desk/documents/\(document.id)"
    let drafts = choices(document, .draft)
    let published = choices(document, .published).filter { !$0.value.hasPrefix("plan-") }
    var blocks = [
      PageBlock(
        paragraphs: document.editions.isEmpty ? ["No version is held yet."] : [],
        grid: document.editions.isEmpty
          ? nil
          : Grid(
            "Versions and formats", ["Format", "Version", "State", "Published"],
            document.editions.map {
              [
                $0.edition.formatLabel, $0.edition.version, $0.status.rawValue.capitalized,
                $0.edition.published.map { NewsDates.day(written: $0) } ?? "No day",
              ]
            }),
        links: [.init("The page that everybody sees", "/documents/\(document.id)")]
          .filter { _ in !document.shown.isEmpty || document.editions.isEmpty })
    ]
    if !drafts.isEmpty {
      blocks.append(
        PageBlock(
          "Publish a draft",
          form: .desk(
            base + "/publish", visit,
            [.radios("edition", "Which", drafts, chosen: drafts[0].value)],
            button: "Publish", isMain: true)))
    }
    blocks.append(
      PageBlock(
        "Add a version or format",
        form: .desk(
          base + "/editions", visit, EditionFields.fields(typed, errors), button: "Save as a draft",
          token: RandomID.make())))
    if !published.isEmpty {
      blocks.append(PageBlock("Withdraw", form: withdrawal(base, visit, published, typed, errors)))
    }
    return BlockPage(
      title: document.title, pageKind: "Documents desk", answer: document.summary,
      errors: errors, blocks: blocks)
  }

  private func withdrawal(
    _ base: String, _ visit: Visit, _ published: [(value: String, label: String)],
    _ typed: FormFields, _ errors: FormErrors
  ) -> PostForm {
    .desk(
      base + "/withdraw", visit,
      [
        .select("withdrawn", "What", published, chosen: typed["withdrawn"]),
        .line("reason", "Why, for readers", value: typed["reason"], error: errors["reason"]),
      ], button: "Withdraw")
  }

  private func choices(
    _ document: LibraryDocument, _ status: LibraryDocument.Status
  ) -> [(value: String, label: String)] {
    document.editions.filter { $0.status == status }.map {
      ($0.edition.id, "\($0.edition.formatLabel), version \($0.edition.version)")
    }
  }
}
