// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Foundation
import Ledger
public import People

/// Gives the words of a response that may be read by everybody: its private id and a question,
/// and the redacted text, or nil when it was not approved.
public typealias ApprovedWords = @Sendable (_ response: String, _ question: String) -> String?

/// What people said and what was done: `/you-said-we-did`, `/themes`, `/desk/themes`, and the
/// evidence of a consultation.
public struct ThemesPart: PortalPart {
  let services: Services
  let store: CommentStore
  let anchors: LedgerAnchors
  let subscriptions: ThemeSubscriptions
  let isPublished: ApprovedWords
  let keptCounts: KeptWhileUnchanged<String, ThemeCounts>
  let keptBundles: KeptWhileUnchanged<String, EvidenceBundle>

  /// The pages over their services.
  public init(_ services: Services) {
    self.init(
      services, isPublished: ThemesPart.approvedWords(services.ledger),
      mail: ThemesPart.mail(services.mail, origin: services.origin))
  }

  /// The pages with a source of published words and an outbox.
  ///
  /// `isPublished`: which words moderation has approved; none unless it is given.
  /// `mail`: puts a message into the outbox; unless it is given, messages are kept in the
  /// contacts under the kind "theme-mail".
  public init(
    _ services: Services, isPublished: @escaping ApprovedWords,
    mail: (@Sendable (ThemeMail) async throws -> Void)? = nil
  ) {
    self.services = services
    self.isPublished = isPublished
    store = services.comments
    anchors = LedgerAnchors(services.ledger)
    keptCounts = KeptWhileUnchanged(services.ledger)
    keptBundles = KeptWhileUnchanged(services.ledger)
    let contacts = services.data.contacts
    subscriptions = ThemeSubscriptions(
      contacts, clock: services.clock,
      mail: mail ?? { try await contacts.put($0, kind: "theme-mail", id: RandomID.make()) })
  }

  var desk: ThemeDesk {
    ThemeDesk(
      services.ledger, plan: services.plan, notices: subscriptions, clock: services.clock)
  }

  /// The answer, or nil when the path is not one of this part.
  public func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    switch (path.first, path.count) {
    case ("you-said-we-did", 1): return try YouSaidPage(self, request).answer()
    case ("themes", 2...3): return try await ThemePage(self, request).answer()
    case ("consultations", 3) where path[2].hasPrefix("considered"):
      return try EvidencePage(self, request, isPublic: true).answer(path[1], path[2])
    case ("desk", 2...4) where path[1] == "themes":
      if path.count == 4, path[2] == "considered" {
        _ = try visit.person(who: .readEvidence)
        return try EvidencePage(self, request, isPublic: false).answer(path[3], "considered")
      }
      let person = try visit.person(who: .publish)
      return try await ThemeDeskPage(part: self, request: request, visit: visit, person: person)
        .answer(Array(path.dropFirst(2)))
    default: return nil
    }
  }

  /// The links that the desk shows to a person.
  public func deskLinks(for person: Person) -> [DeskLink] {
    var links: [DeskLink] = []
    if person.may(.publish) {
      links.append(DeskLink(group: "Analysis", title: "You said, we did", path: "/desk/themes"))
    }
    if person.may(.readEvidence) {
      links += services.plan.consultations.map {
        DeskLink(
          group: "Evidence", title: "Considered: \($0.title)",
          path: "/desk/themes/considered/\($0.id)")
      }
    }
    return links
  }

  func consultation(_ id: String) -> ConsultationDefinition? {
    services.plan.consultations.first { $0.id == id }
  }

  func counts(_ theme: Theme) throws(LedgerError) -> ThemeCounts {
    try keptCounts.value(theme.id) { () throws(LedgerError) in
      try store.with(theme.consultation) {
        ThemeCounts(theme.words, comments: $0.comments, coding: $0.coding)
      }
    }
  }
}
