// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Every contact and every request for information so far.
public struct ContactLogState: Fold {
  /// The events of this state.
  public typealias Event = ContactLogEvent
  /// In the order in which they were recorded.
  public private(set) var contacts: [Logged] = []
  /// Requests for information, in order.
  public private(set) var requests: [Request] = []

  /// Nothing has happened yet.
  public init() {}

  /// A contact, with the day on which its promise was kept.
  public struct Logged: Sendable, Equatable {
    /// The contact as it was recorded.
    public let contact: StakeholderContact
    /// The day on which the promise was kept.
    public var keptOn: CivilDay?

    /// Whether something was promised and is not done.
    public var isOpen: Bool { contact.promised != nil && keptOn == nil }

    /// Whether a promise should have been kept before a day.
    public func isOverdue(on day: CivilDay) -> Bool {
      isOpen && (contact.promisedBy.map { $0 < day } ?? false)
    }
  }

  /// A request for information, with the day on which it was answered.
  public struct Request: Sendable, Equatable {
    /// The request.
    public let request: InformationRequest
    /// When it was answered.
    public var answeredOn: CivilDay?
  }

  /// Takes one more event into account.
  public mutating func apply(_ event: ContactLogEvent, _ entry: Entry) {
    switch event {
    case .recorded(let contact): contacts.append(Logged(contact: contact))
    case .promiseKept(let contact, let day):
      if let place = contacts.firstIndex(where: { $0.contact.id == contact }) {
        contacts[place].keptOn = day
      }
    case .informationRequested(let request): requests.append(Request(request: request))
    case .informationGiven(let request, let day):
      if let place = requests.firstIndex(where: { $0.request.id == request }) {
        requests[place].answeredOn = day
      }
    }
  }
}

/// Who met: kept among the contacts, never in the ledger.
public struct ContactPeople: Codable, Sendable, Equatable {
  /// The kind under which they are kept among the contacts.
  public static let kind = "contact-people"

  /// Who met on the side of the partnership.
  public var staff: String
  /// Who met on the side of the stakeholder.
  public var others: String

  /// Who met, on both sides.
  public init(staff: String, others: String) {
    self.staff = staff
    self.others = others
  }
}
