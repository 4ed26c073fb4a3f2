// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
public import Mail
public import Papers
public import People
public import Programme

/// What every part of the portal works with.
public struct Services: Sendable {
  /// The folder of what happened to the plan.
  public let data: DataFolder
  /// What the plan says of engagement.
  public let plan: EngagementPlan
  /// What the plan says of the programme.
  public var programme: ProgrammePlan
  /// The last day of a made-up programme, which its pages show unless asked for another.
  public var programmeEnd: CivilDay?
  /// Drafts papers; nil when the plan has not been worked out.
  public var papers: PaperMaker?
  /// Works scenarios out; nil when the plan says nothing that could be worked out.
  public var laboratory: Laboratory?
  /// The only clock.
  public let clock: @Sendable () -> Date
  /// Takes mails, and never holds a page up.
  public let mail: any MailSender
  /// Who works here: accounts, sessions, links.
  public let people: People
  /// Markdown as HTML, with facts of the plan put in as figures.
  public let prose: @Sendable (String) -> String
  /// How the newsletter is mailed and what goes into it.
  public var newsletter: NewsletterSettings
  /// How soon enquiries are to be answered.
  public var enquiryTargets = EnquiryTargets()
  /// Every comment of every consultation, for reading and coding.
  public let comments: CommentStore
  /// Notices many forms from one connection, with keys that are in memory alone.
  public let connections = BurstWatch()
  /// The scheme and host under which people read the site, for links in mails.
  public let origin: String
  /// Finds what looks like a personal detail in a text, before a respondent sends it.
  public var personalDetails: PersonalDetails
  /// What became of a response, for a respondent who comes back with its code.
  public var receiptNews: ReceiptNews

  /// The services of one data folder and one plan.
  ///
  /// `mail`: where mails go; without one they wait in the outbox for an administrator.
  /// `origin`: the scheme and host under which people read the site.
  /// `people`: the accounts, when the caller has made them already.
  public init(
    data: DataFolder, plan: EngagementPlan, clock: @escaping @Sendable () -> Date = { Date() },
    mail: (any MailSender)? = nil, people: People? = nil,
    origin: String = "http://127.0.0.1:8080",
    prose: @escaping @Sendable (String) -> String
  ) {
    self.data = data
    self.plan = plan
    programme = ProgrammePlan(title: plan.title)
    self.clock = clock
    let sender = mail ?? OutboxSender(store: data.contacts, clock: clock)
    self.mail = sender
    self.people =
      people ?? People(data: data, mail: sender, title: plan.title, clock: clock)
    self.prose = prose
    self.origin = origin
    newsletter = .connected(sender, data.ledger)
    comments = CommentStore(data.ledger)
    personalDetails = .scrubbing
    receiptNews = .themes(data.ledger)
  }

  /// The record of what happened.
  public var ledger: Ledger { data.ledger }
}

/// Who is asking, as far as the portal knows.
public struct Visit: Sendable {
  /// The person who has signed in, if any.
  public let person: Person?
  /// The secret that forms of this person carry, so that no other site can send them.
  public let formSecret: String

  /// A visit by somebody or nobody.
  public init(person: Person?, formSecret: String) {
    self.person = person
    self.formSecret = formSecret
  }

  /// Somebody about whom nothing is known.
  public static let anonymous = Visit(person: nil, formSecret: "")

  /// The author of what is done in this visit.
  public var author: Author {
    person.map { Author(id: $0.id, role: $0.role.rawValue) } ?? .visitor
  }

  /// The person, who must have signed in and may do a thing.
  ///
  /// - Throws: `PortalProblem` 401 when nobody has signed in, 403 when they may not.
  public func person(who permission: Permission) throws(PortalProblem) -> Person {
    guard let person else {
      throw PortalProblem(401, "Sign in first", "Sign in to see this page.")
    }
    guard person.may(permission) else { throw .forbidden }
    return person
  }
}

/// A part of the portal: the pages of one family.
///
/// To add one: a folder with its part, models and templates, and its name in `Portal.kinds`.
public protocol PortalPart: Sendable {
  init(_ services: Services)
  /// The answer, or nil when the path is not one of this part.
  ///
  /// A posted form from a person who has signed in has its secret checked before this is called.
  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer?
  /// The links that the desk shows to a person.
  func deskLinks(for person: Person) -> [DeskLink]
}

extension PortalPart {
  /// The links that the desk shows to a person.
  public func deskLinks(for person: Person) -> [DeskLink] { [] }
}

/// A link on the page where staff start.
public struct DeskLink: Sendable, Equatable {
  /// The heading under which it stands.
  public var group: String
  /// The title, for a reader.
  public var title: String
  /// The path of its page.
  public var path: String
  /// What waits there, such as "3 responses to moderate".
  public var waiting: String?

  /// A link under a group heading.
  public init(group: String, title: String, path: String, waiting: String? = nil) {
    self.group = group
    self.title = title
    self.path = path
    self.waiting = waiting
  }
}
