// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Somebody who confirmed that they want the newsletter; kept in the contacts and nowhere else.
public struct Subscriber: Codable, Sendable, Equatable {
  /// The kind of record in the contacts.
  public static let kind = "subscriber"

  /// The address to which mail goes.
  public var email: String
  /// The ids of workstreams and areas they want to hear of; none means everything.
  public var workstreams: [String]
  /// The ids of the areas it is about or for.
  public var areas: [String]
  /// The version of the wording to which they agreed, and the day, as "2018-02-14".
  public var consent: String
  /// The day of the consent, as "2018-02-14".
  public var confirmedOn: String
  /// How far they want to be involved, if they are a member.
  public var membership: Membership?

  /// A subscriber as they asked to be one.
  public init(
    email: String, workstreams: [String], areas: [String], consent: String, confirmedOn: String,
    membership: Membership? = nil
  ) {
    self.email = email
    self.workstreams = workstreams
    self.areas = areas
    self.consent = consent
    self.confirmedOn = confirmedOn
    self.membership = membership
  }

  /// Whether something about some workstreams and areas is for them.
  public func wants(workstreams about: [String], areas places: [String]) -> Bool {
    (workstreams.isEmpty || about.isEmpty || !Set(workstreams).isDisjoint(with: about))
      && (areas.isEmpty || places.isEmpty || !Set(areas).isDisjoint(with: places))
  }
}

/// How far a member wants to be part of the work.
public struct Membership: Codable, Sendable, Equatable {
  /// How far they want to be involved.
  public var involvement: Involvement
  /// The ids of workstreams in which they may be asked to help.
  public var topics: [String]

  /// A membership.
  public init(involvement: Involvement, topics: [String]) {
    self.involvement = involvement
    self.topics = topics
  }
}

/// How far somebody wants to be involved.
public enum Involvement: String, Codable, Sendable, CaseIterable {
  case informed
  case consulted
  case involved

  /// The words for it on a form.
  public var label: String {
    switch self {
    case .informed: "Keep me informed"
    case .consulted: "Ask me for my views as well"
    case .involved: "Involve me: I may join a group or a workshop"
    }
  }
}

/// A wording to which people agree; a wording once used stays here, so that it can be looked up.
public struct NewsletterConsent: Sendable, Equatable {
  /// The version.
  public let version: String
  /// The words that were shown.
  public let wording: String

  /// The wording that is shown now.
  public static let current = NewsletterConsent(
    version: "1",
    wording: """
      Send me the monthly newsletter by email. Use my email address for this only. I can stop \
      it at any time with the link in each newsletter, and my address is then deleted.
      """)
  /// Every wording that was ever shown.
  public static let all = [current]
}

/// Who joined and left, as counts: no event says who.
public enum NewsletterEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "newsletter"

  case joined(consent: String)
  case changed
  case left(way: LeavingWay)
}

/// How somebody left.
public enum LeavingWay: String, Codable, Sendable {
  case page
  case oneClick = "one-click"
}

/// How many joined and left.
public struct NewsletterState: Fold {
  /// The events of this fold.
  public typealias Event = NewsletterEvent
  /// How many joined.
  public private(set) var joined = 0
  /// How many left.
  public private(set) var left = 0

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: NewsletterEvent, _ entry: Entry) {
    switch event {
    case .joined: joined += 1
    case .left: left += 1
    case .changed: break
    }
  }
}
