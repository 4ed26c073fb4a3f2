// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens in the log of contacts with stakeholders.
public enum ContactLogEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "contact-log"

  case recorded(StakeholderContact)
  /// A promise made in a contact was kept.
  case promiseKept(contact: String, on: CivilDay)
  /// Somebody asked for information from the log under the Freedom of Information Act.
  case informationRequested(InformationRequest)
  case informationGiven(request: String, on: CivilDay)
}

/// A contact with a stakeholder, without the people who met.
public struct StakeholderContact: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The kind.
  public var kind: StakeholderKind
  /// The body or the office, such as a council; never the name of a person.
  public var body: String
  /// The day or time of it.
  public var on: CivilDay
  /// The way of contact.
  public var way: ContactWay
  /// What was raised.
  public var raised: ContentReference
  /// What was promised.
  public var promised: ContentReference?
  /// The day by which it was promised.
  public var promisedBy: CivilDay?

  /// A contact on a day.
  public init(
    id: String, kind: StakeholderKind, body: String, on: CivilDay, way: ContactWay,
    raised: ContentReference, promised: ContentReference? = nil, promisedBy: CivilDay? = nil
  ) {
    self.id = id
    self.kind = kind
    self.body = body
    self.on = on
    self.way = way
    self.raised = raised
    self.promised = promised
    self.promisedBy = promisedBy
  }
}

/// A request for information; what is asked stands beside the chain.
public struct InformationRequest: Codable, Sendable, Equatable {
  /// The days for a reply (Freedom of Information Act 2000, section 10(1)).
  public static let workingDays = 20

  /// The random id.
  public var id: String
  /// The day on which it came.
  public var received: CivilDay
  /// What is asked for.
  public var asked: ContentReference

  /// A request that came on a day.
  public init(id: String, received: CivilDay, asked: ContentReference) {
    self.id = id
    self.received = received
    self.asked = asked
  }

  /// The twentieth working day after it came, by the holidays of England.
  ///
  /// The Act also leaves out bank holidays of the other parts of the United Kingdom
  /// (section 10(6)), so that this day is the legal deadline or a little before it.
  public var due: CivilDay { EnglishBankHolidays.workingDay(Self.workingDays, after: received) }
}

/// The kinds of stakeholder.
public enum StakeholderKind: String, Codable, Sendable, CaseIterable {
  case memberOfParliament = "mp"
  case councillor
  case council
  case union
  case healthwatch
  case healthAndWellbeingBoard = "health-and-wellbeing-board"
  case scrutinyCommittee = "scrutiny-committee"
  case campaignGroup = "campaign-group"
  case voluntaryOrganisation = "voluntary-organisation"
  case provider
  case other

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .memberOfParliament: "Member of Parliament"
    case .councillor: "Councillor"
    case .council: "Council"
    case .union: "Union"
    case .healthwatch: "Healthwatch"
    case .healthAndWellbeingBoard: "Health and wellbeing board"
    case .scrutinyCommittee: "Scrutiny committee"
    case .campaignGroup: "Campaign group"
    case .voluntaryOrganisation: "Voluntary organisation"
    case .provider: "Provider of care"
    case .other: "Other"
    }
  }
}

/// The ways of contact.
public enum ContactWay: String, Codable, Sendable, CaseIterable {
  case meeting
  case letter
  case email
  case call

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .meeting: "Meeting"
    case .letter: "Letter"
    case .email: "Email"
    case .call: "Telephone call"
    }
  }
}
