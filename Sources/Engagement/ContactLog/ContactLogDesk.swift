// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The rules of the log of contacts with stakeholders.
public struct ContactLogDesk: Sendable {
  let data: DataFolder
  let clock: @Sendable () -> Date

  /// The rules over a data folder, by a clock.
  public init(_ data: DataFolder, clock: @escaping @Sendable () -> Date = { Date() }) {
    self.data = data
    self.clock = clock
  }

  /// A contact as it is entered.
  public struct Entered: Sendable, Equatable {
    /// The kind.
    public var kind: StakeholderKind
    /// The body or office; never the name of a person.
    public var body: String
    /// The day or time of it.
    public var on: CivilDay
    /// The way of contact.
    public var way: ContactWay
    /// Who met.
    public var people: ContactPeople
    /// What was raised.
    public var raised: String
    /// What was promised.
    public var promised: String
    /// The day by which it was promised.
    public var promisedBy: CivilDay?

    /// A contact on a day; who met, what was raised and what was promised are to be filled in.
    public init(kind: StakeholderKind, body: String, on: CivilDay, way: ContactWay) {
      self.kind = kind
      self.body = body
      self.on = on
      self.way = way
      people = ContactPeople(staff: "", others: "")
      raised = ""
      promised = ""
      promisedBy = nil
    }
  }

  /// Everything in the log.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func log() throws(EventRefusal) -> ContactLogState {
    do { return try data.ledger.state(ContactLogState.self) } catch { throw .ledger(error) }
  }

  /// Records a contact, once for a token.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func record(
    _ entered: Entered, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try faults(entered).refuse()
    let id = RandomID.make()
    let raised = Content(entered.raised, kind: "contact-raised")
    let promised =
      entered.promised.isEmpty ? nil : Content(entered.promised, kind: "contact-promised")
    let contact = StakeholderContact(
      id: id, kind: entered.kind, body: entered.body, on: entered.on, way: entered.way,
      raised: raised.reference, promised: promised?.reference,
      promisedBy: promised == nil ? nil : entered.promisedBy)
    do {
      try await data.contacts.put(entered.people, kind: ContactPeople.kind, id: id)
      let receipt = try await data.ledger.append(
        ContactLogEvent.recorded(contact), subject: id, by: author, token: token,
        contents: [raised] + (promised.map { [$0] } ?? []))
      if receipt.isRepeat { try await data.contacts.remove(kind: ContactPeople.kind, id: id) }
    } catch {
      throw .ledger(error)
    }
  }

  /// Notes that a promise was kept today.
  ///
  /// - Throws: `EventRefusal.notFound` when there is no open promise.
  public func keepPromise(_ contact: String, by author: Author) async throws(EventRefusal) {
    guard try log().contacts.contains(where: { $0.contact.id == contact && $0.isOpen }) else {
      throw .notFound
    }
    try await append(
      .promiseKept(contact: contact, on: LondonTime.day(clock())), contact, author,
      "promise-kept-" + contact)
  }

  /// Records a request for information, from which its twenty working days run.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func receiveRequest(
    on day: CivilDay, asked: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    var faults: [FieldFault] = []
    faults.check("asked", asked, "Say what is asked for.", "The text", upTo: 4000)
    if LondonTime.day(clock()) < day { faults.add("received", "This day is in the future.") }
    try faults.refuse()
    let content = Content(asked, kind: "information-request")
    let id = RandomID.make()
    do {
      try await data.ledger.append(
        ContactLogEvent.informationRequested(
          InformationRequest(id: id, received: day, asked: content.reference)),
        subject: id, by: author, token: token, contents: [content])
    } catch {
      throw .ledger(error)
    }
  }

  /// Notes that a request was answered today.
  ///
  /// - Throws: `EventRefusal.notFound`.
  public func answerRequest(_ request: String, by author: Author) async throws(EventRefusal) {
    let isOpen = try log().requests.contains { $0.request.id == request && $0.answeredOn == nil }
    guard isOpen else { throw .notFound }
    try await append(
      .informationGiven(request: request, on: LondonTime.day(clock())), request, author,
      "information-given-" + request)
  }

  private func append(
    _ event: ContactLogEvent, _ subject: String, _ author: Author, _ token: String
  ) async throws(EventRefusal) {
    do {
      try await data.ledger.append(event, subject: subject, by: author, token: token)
    } catch {
      throw .ledger(error)
    }
  }

  private func faults(_ entered: Entered) -> [FieldFault] {
    var faults: [FieldFault] = []
    faults.check("body", entered.body, "Enter the body or office.", "The name", upTo: 120)
    faults.check("staff", entered.people.staff, "Enter who met.", "The text", upTo: 500)
    faults.check("others", entered.people.others, nil, "The text", upTo: 500)
    faults.check("raised", entered.raised, "Say what was raised.", "The text", upTo: 10_000)
    faults.check("promised", entered.promised, nil, "The text", upTo: 2000)
    if LondonTime.day(clock()) < entered.on { faults.add("on", "This day is in the future.") }
    if entered.promisedBy != nil && entered.promised.isEmpty {
      faults.add("promised", "Say what was promised, or leave the day empty.")
    }
    if let by = entered.promisedBy, by < entered.on {
      faults.add("promised-by", "The promise cannot be due before the contact.")
    }
    return faults
  }
}
