// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

/// What happens to a document of the library; its id is the subject of the entry.
public enum LibraryEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "library"

  /// It was added at the desk, or described anew.
  case described(title: String, summary: String)
  /// A version in a format was put in as a draft.
  case editionAdded(LibraryEdition)
  /// The draft can be read by everybody.
  case editionPublished(edition: String)
  /// It is no longer offered, with the reason.
  case editionWithdrawn(edition: String, reason: String)
}

/// One version of a document in one format.
public struct LibraryEdition: Codable, Sendable, Equatable {
  /// Its id.
  public var id: String
  /// Such as "1.0"; the same words for every format of one version.
  public var version: String
  /// "full", "summary", "easy-read", "BSL", "audio", "large-print" or the name of a language.
  public var format: String
  /// The days, as "2018-02-14", on which it was published and handed to a body.
  public var published: String?
  /// The day on which it was handed in.
  public var submitted: String?
  /// Where it can be read, when it is elsewhere.
  public var address: String?
  /// The Markdown of it, beside the chain, when it was typed in.
  public var text: ContentReference?

  /// A version in a format.
  public init(
    id: String, version: String, format: String, published: String? = nil,
    submitted: String? = nil, address: String? = nil, text: ContentReference? = nil
  ) {
    self.id = id
    self.version = version
    self.format = format
    self.published = published
    self.submitted = submitted
    self.address = address
    self.text = text
  }

  /// The formats every library knows; others are names of languages.
  public static let formats = [
    (id: "full", label: "Full document"), (id: "summary", label: "Summary"),
    (id: "easy-read", label: "Easy read"), (id: "BSL", label: "British Sign Language"),
    (id: "audio", label: "Audio"), (id: "large-print", label: "Large print"),
  ]

  /// The words for its format.
  public var formatLabel: String { Self.formats.first { $0.id == format }?.label ?? format }
}

/// What the desk added to the library.
public struct LibraryState: Fold {
  /// The events of this fold.
  public typealias Event = LibraryEvent
  /// What the desk described, by id.
  public private(set) var documents: [String: LibraryDocument] = [:]
  /// Editions that the desk added to a document of the plan, or to one of its own.
  public private(set) var editions: [String: [LibraryDocument.Held]] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: LibraryEvent, _ entry: Entry) {
    switch event {
    case .described(let title, let summary):
      documents[entry.subject] = LibraryDocument(
        id: entry.subject, title: title, summary: summary, editions: [])
    case .editionAdded(let edition):
      editions[entry.subject, default: []].append(.init(edition: edition, status: .draft))
    case .editionPublished(let id):
      change(entry.subject, id) {
        $0.status = .published
        if $0.edition.published == nil { $0.edition.published = LibraryDocument.day(entry.time) }
      }
    case .editionWithdrawn(let id, let reason):
      change(entry.subject, id) {
        $0.status = .withdrawn
        $0.withdrawal = reason
      }
    }
  }

  private mutating func change(
    _ document: String, _ edition: String, _ body: (inout LibraryDocument.Held) -> Void
  ) {
    guard let place = editions[document]?.firstIndex(where: { $0.edition.id == edition }),
      var held = editions[document]?[place]
    else { return }
    body(&held)
    editions[document]?[place] = held
  }

  /// The whole library: documents of the plan with what the desk added, then those of the desk.
  public func library(_ plan: EngagementPlan) -> [LibraryDocument] {
    let planned = plan.documents.map { LibraryDocument($0) }
    let own = documents.values.filter { document in
      !planned.contains { $0.id == document.id }
    }
    return (planned + own.sorted { $0.id < $1.id }).map { document in
      var document = document
      document.editions += editions[document.id] ?? []
      return document
    }
  }
}
