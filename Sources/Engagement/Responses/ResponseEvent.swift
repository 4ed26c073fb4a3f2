// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to responses; the id of the consultation is the subject of the entry.
public enum ResponseEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "response"

  /// Somebody responded, in whatever way.
  case submitted(SubmittedResponse)
  /// The same person sent the same response again with other answers: it still counts once.
  ///
  /// `mayPublish` is given when the respondent was asked again.
  case revised(
    response: String, answers: ContentReference, attributes: ResponseAttributes,
    mayPublish: Bool? = nil)
  /// A second operator keyed the same paper; the questions on which the two differ.
  case keyedAgain(response: String, answers: ContentReference, differences: [String])
  /// A named person compared the two keyings with the paper, and these answers stand.
  case keyingResolved(
    response: String, answers: ContentReference, attributes: ResponseAttributes)
  /// Something to look at; never by itself a reason to leave it out.
  case flagged(response: String, flag: ResponseFlag, reason: String)
  /// Left out of the tables "excluding flagged", by a named person for a reason.
  case excluded(response: String, reason: String)
  case reinstated(response: String, reason: String)
  /// The answers were erased; the response stays counted as one whose answers are gone.
  case erased(response: String, reason: String)
}

/// A response as it was received.
public struct SubmittedResponse: Codable, Sendable, Equatable {
  /// The random private id, which only the office sees.
  public var id: String
  /// The id under which it is published, such as "ANON-7K2M-Q".
  public var publicID: String
  /// The id of the form.
  public var form: String
  /// The version of the form to which the answers belong.
  public var formVersion: Int
  /// The way it came.
  public var channel: Channel
  /// The account that keyed it, for paper, telephone and facilitated responses.
  public var operatorID: String?
  /// What the respondent says of themselves, for tables.
  public var attributes: ResponseAttributes
  /// Whether the respondent agreed that it is published without a name.
  public var mayPublish: Bool
  /// The answers (`Answers` as JSON), kept beside the chain under the kind "answers".
  public var answers: ContentReference
  /// What deserves a second look.
  public var flags: [ResponseFlag]
  /// What it was keyed or collected with: a bundle of paper, a place, an event.
  public var batch: String?
  /// The number that stands on the paper, by which it is found again.
  public var paperNumber: String?
  /// The day on which paper, a letter or an email came in, when it was keyed later.
  public var cameInOn: Date?

  /// A response as it was received.
  public init(
    id: String, publicID: String, form: String, formVersion: Int, channel: Channel,
    operatorID: String? = nil, attributes: ResponseAttributes, mayPublish: Bool,
    answers: ContentReference, flags: [ResponseFlag] = [], batch: String? = nil,
    paperNumber: String? = nil, cameInOn: Date? = nil
  ) {
    self.id = id
    self.publicID = publicID
    self.form = form
    self.formVersion = formVersion
    self.channel = channel
    self.operatorID = operatorID
    self.attributes = attributes
    self.mayPublish = mayPublish
    self.answers = answers
    self.flags = flags
    self.batch = batch
    self.paperNumber = paperNumber
    self.cameInOn = cameInOn
  }
}

/// What a respondent says of themselves that tables are broken down by.
public struct ResponseAttributes: Codable, Sendable, Equatable, Hashable {
  /// The id of the area.
  public var area: String?
  /// The id of the type of respondent.
  public var respondentType: String?

  /// An area and a type, where they were given.
  public init(area: String? = nil, respondentType: String? = nil) {
    self.area = area
    self.respondentType = respondentType
  }
}

/// The way a response came.
public enum Channel: String, Codable, Sendable, CaseIterable {
  case online
  case kiosk
  case paper
  case telephone
  case event
  case letter
  case email

  /// The words for it in a table.
  public var label: String {
    switch self {
    case .online: "Online"
    case .kiosk: "Shared tablet"
    case .paper: "Paper form"
    case .telephone: "Telephone"
    case .event: "At an event"
    case .letter: "Letter"
    case .email: "Email"
    }
  }
}

/// Why a response deserves a second look.
public enum ResponseFlag: String, Codable, Sendable, CaseIterable {
  /// Sent sooner than anybody could have read the form.
  case tooQuick = "too-quick"
  /// A field that people cannot see was filled in.
  case trap
  /// One of many from one connection in a short time.
  case burst
  /// Its text is shared with many others.
  case campaign
  /// Two operators keyed it differently.
  case keyedDifferently = "keyed-differently"
}
