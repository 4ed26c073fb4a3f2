// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to an enquiry; its random id is the subject of the entry.
///
/// Who asked is in the contacts, under the same id; what was said is beside the chain.
public enum EnquiryEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "enquiry"

  /// Somebody asked. The message is `EnquiryMessage` as JSON, of kind "enquiry".
  case received(reference: String, kind: EnquiryKind, message: ContentReference)
  /// The office counts it as another kind, such as a freedom of information request.
  case sorted(kind: EnquiryKind)
  /// An account will see to it.
  case assigned(account: String)
  /// Something for colleagues only.
  case noted(ContentReference)
  /// It was answered, in whatever way.
  case answered(ContentReference, way: AnswerWay)
  /// Nothing more will happen.
  case closed(outcome: EnquiryOutcome)
  /// Who asked and what was said are erased; that there was an enquiry stays counted.
  case erased(reason: String)
}

/// The kinds of enquiry.
public enum EnquiryKind: String, Codable, Sendable, CaseIterable {
  case enquiry
  case speaker
  case freedomOfInformation = "freedom-of-information"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .enquiry: "Question or comment"
    case .speaker: "Request for a speaker"
    case .freedomOfInformation: "Freedom of information request"
    }
  }
}

/// How an answer was given.
public enum AnswerWay: String, Codable, Sendable, CaseIterable {
  case email
  case telephone
  case post
  case inPerson = "in-person"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .email: "By email, sent from here"
    case .telephone: "By telephone"
    case .post: "By post"
    case .inPerson: "In person"
    }
  }
}

/// How an enquiry ended.
public enum EnquiryOutcome: String, Codable, Sendable, CaseIterable {
  case answered
  case passedOn = "passed-on"
  case takenBack = "taken-back"
  case cannotAnswer = "cannot-answer"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .answered: "Answered"
    case .passedOn: "Passed on to the organisation that can answer"
    case .takenBack: "Taken back by the person who asked"
    case .cannotAnswer: "Could not be answered"
    }
  }
}

/// What somebody asked, kept beside the chain.
public struct EnquiryMessage: Codable, Sendable, Equatable {
  /// What was said.
  public var text: String
  /// For a request for a speaker: the group, the place and the dates that would suit.
  public var group: String?
  /// The place.
  public var place: String?
  /// The days that would suit.
  public var dates: String?

  /// A message, with what a request for a speaker says besides.
  public init(text: String, group: String? = nil, place: String? = nil, dates: String? = nil) {
    self.text = text
    self.group = group
    self.place = place
    self.dates = dates
  }
}

/// Who asked, kept in the contacts under the kind "enquiry".
public struct Enquirer: Codable, Sendable, Equatable {
  /// The name.
  public var name: String
  /// The address to which mail goes.
  public var email: String
  /// A telephone number or postal address, when there is no e-mail address.
  public var otherContact: String

  /// Somebody who asked.
  public init(name: String, email: String, otherContact: String) {
    self.name = name
    self.email = email
    self.otherContact = otherContact
  }
}
