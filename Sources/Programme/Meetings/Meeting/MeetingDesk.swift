// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which meetings are called, held and minuted.
public struct MeetingDesk: Sendable {
  let keeper: RecordKeeper
  let plan: MeetingsPlan
  let clock: @Sendable () -> Date

  /// The rules over a ledger, for the bodies of a plan.
  public init(
    _ ledger: Ledger, plan: MeetingsPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    keeper = RecordKeeper(ledger: ledger)
    self.plan = plan
    self.clock = clock
  }

  /// Every meeting so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> MeetingState { try keeper.state(MeetingState.self) }

  /// An item that somebody wants on an agenda.
  public struct Proposed: Sendable, Equatable {
    /// What it is about.
    public var title: String
    /// What the meeting is asked to do.
    public var purpose: AgendaItem.Purpose
    /// The part of the record from which it was made, or nil.
    public var from: AgendaOrigin?
    /// The papers: their titles and addresses.
    public var papers: [Paper] = []

    /// A paper by its title and address.
    public struct Paper: Sendable, Equatable {
      /// The title.
      public var title: String
      /// A path of this site, or an address that starts with https.
      public var address: String

      /// A paper by its title and address.
      public init(_ title: String, _ address: String) {
        self.title = title
        self.address = address
      }
    }

    /// An item by its title and purpose.
    public init(
      _ title: String, _ purpose: AgendaItem.Purpose, from: AgendaOrigin? = nil,
      papers: [Paper] = []
    ) {
      self.title = title
      self.purpose = purpose
      self.from = from
      self.papers = papers
    }
  }

  /// Calls a meeting with its agenda, once for a token, and returns its id.
  ///
  /// - Throws: `EventRefusal`.
  @discardableResult
  public func call(
    _ body: String, on day: CivilDay, start: Int, place: String = "", agenda: [Proposed],
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    guard plan.body(body) != nil else { throw .notFound }
    var texts = TypedTexts()
    texts.faults.demand(!agenda.isEmpty, "agenda", "Put at least one item on the agenda.")
    texts.faults.demand(
      (0..<1440).contains(start), "start", "Enter a time of day, such as 9.30am.")
    let taken = try state().meetings(of: body).contains { $0.on.value == day }
    texts.faults.demand(!taken, "on", "This body has a meeting on that day already.")
    let items = agenda.map { item($0, &texts) }
    var call = MeetingCall(body: body, on: day, start: start, items: items.map(\.item))
    call.place = texts.takeAny("place", place, upTo: 200)
    let papers = items.flatMap(\.papers)
    try texts.refuse()
    let id = RandomID.make()
    var drafts = [
      try keeper.draft(MeetingEvent.called(call), id, by: author, token: token, texts.contents)
    ]
    for paper in papers {
      // The texts of all papers were appended with the call; a repeat of it repeats these too.
      drafts.append(
        try keeper.draft(
          MeetingEvent.paperAttached(paper), id, by: author,
          token: token.map { "\($0)-\(drafts.count)" }))
    }
    return try await keeper.append(drafts).first?.entry.subject ?? id
  }

  private func item(
    _ proposed: Proposed, _ texts: inout TypedTexts
  ) -> (item: AgendaItem, papers: [MeetingPaper]) {
    let title = texts.take("agenda", proposed.title, "An item has no title.", upTo: 200)
    let item = AgendaItem(
      id: RandomID.make(), title: title, purpose: proposed.purpose, from: proposed.from)
    let papers = proposed.papers.map { paper in
      texts.faults.demand(Self.isAddress(paper.address), "address", Self.addressFault)
      return MeetingPaper(
        id: RandomID.make(), item: item.id,
        title: texts.take("paper", paper.title, "Enter the title of the paper.", upTo: 200),
        address: paper.address)
    }
    return (item, papers)
  }

  static let addressFault =
    "Enter a path of this site, such as /programme/risks, or an address "
    + "that starts with https://."

  static func isAddress(_ text: String) -> Bool {
    let isPath = text.hasPrefix("/") && !text.hasPrefix("//")
    let isPlain = text.allSatisfy { !$0.isWhitespace && $0 != "\\" && $0 != "\"" }
    return isPlain && (isPath || (text.hasPrefix("https://") && 8 < text.count))
  }

  /// Puts an item on the agenda of a meeting whose minutes are not agreed.
  ///
  /// - Throws: `EventRefusal`.
  public func add(
    _ proposed: Proposed, to id: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try standing(id)
    var texts = TypedTexts()
    let (item, papers) = item(proposed, &texts)
    try texts.refuse()
    var drafts = [
      try keeper.draft(MeetingEvent.itemAdded(item), id, by: author, token: token, texts.contents)
    ]
    for paper in papers {
      drafts.append(
        try keeper.draft(
          MeetingEvent.paperAttached(paper), id, by: author,
          token: token.map { "\($0)-\(drafts.count)" }))
    }
    try await keeper.append(drafts)
  }

  /// Attaches a paper to an item.
  ///
  /// - Throws: `EventRefusal`.
  public func attach(
    _ paper: Proposed.Paper, to item: String, of id: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    try standing(id, item: item)
    var texts = TypedTexts()
    texts.faults.demand(Self.isAddress(paper.address), "address", Self.addressFault)
    let attached = MeetingPaper(
      id: RandomID.make(), item: item,
      title: texts.take("paper", paper.title, "Enter the title of the paper.", upTo: 200),
      address: paper.address)
    try await add(.paperAttached(attached), id, texts, author, token)
  }

  /// Moves a meeting to another day.
  ///
  /// - Throws: `EventRefusal.notNow` once attendance is recorded.
  public func move(
    _ id: String, to day: CivilDay, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    if try standing(id).attendance != nil { throw .notNow("This meeting was held already.") }
    try await add(.moved(on: day), id, TypedTexts(), author, token)
  }

  /// Cancels a meeting, with the reason.
  ///
  /// - Throws: `EventRefusal.notNow` once attendance is recorded.
  public func cancel(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    if try standing(id).attendance != nil { throw .notNow("This meeting was held already.") }
    var texts = TypedTexts()
    let reference = texts.take("reason", reason, "Say why it does not take place.")
    try await add(.cancelled(reason: reference), id, texts, author, token)
  }

  /// Records who came, seat by seat; seats that are not named count as absent.
  ///
  /// - Throws: `EventRefusal`.
  public func attend(
    _ id: String, _ seats: [SeatAttendance], by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let meeting = try standing(id)
    guard let body = plan.body(meeting.body) else { throw .notFound }
    var texts = TypedTexts()
    texts.faults.demand(
      meeting.on.value <= LondonTime.day(clock()), "attendance", "The meeting is still to come.")
    let known = Set(body.seats(on: meeting.on.value).map(\.id))
    texts.faults.demand(
      seats.allSatisfy { known.contains($0.seat) }, "attendance",
      "A seat in the list is none of this body on that day.")
    texts.faults.demand(
      Set(seats.map(\.seat)).count == seats.count, "attendance", "A seat is listed twice.")
    try await add(.attended(seats), id, texts, author, token)
  }

  /// Records an interest that the holder of a seat declared in an item.
  ///
  /// - Throws: `EventRefusal`.
  public func declare(
    _ id: String, item: String, seat: String, text: String,
    handling: MeetingDeclaration.Handling, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let meeting = try standing(id, item: item)
    var texts = TypedTexts()
    let seats = plan.body(meeting.body)?.seats ?? []
    texts.faults.demand(
      seats.contains { $0.id == seat }, "seat", "Choose a seat of this body.")
    let reference = texts.take("interest", text, "Say what the interest is.", upTo: 500)
    let declaration = MeetingDeclaration(
      id: RandomID.make(), item: item, seat: seat, text: reference, handling: handling)
    try await add(.declared(declaration), id, texts, author, token)
  }

  func add(
    _ event: MeetingEvent, _ id: String, _ texts: TypedTexts, _ author: Author, _ token: String?
  ) async throws(EventRefusal) {
    try texts.refuse()
    try await keeper.append(event, id, by: author, token: token, texts.contents)
  }

  /// The meeting, which was not cancelled and whose minutes are not agreed.
  @discardableResult
  func standing(_ id: String, item: String? = nil) throws(EventRefusal) -> MeetingRecord {
    guard let meeting = try state()[id] else { throw .notFound }
    if let item, !meeting.items.contains(where: { $0.item.id == item }) { throw .notFound }
    if meeting.cancelled != nil { throw .notNow("This meeting was cancelled.") }
    if meeting.stage.isPublic {
      throw .notNow("The minutes are agreed. Record a correction beside them instead.")
    }
    return meeting
  }
}
