// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What stands in the register of interests of a body; its id is the subject of the entry.
public enum InterestEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "interest"

  case registered(RegisteredInterest)
  case ended(interest: String, on: CivilDay)
}

/// An interest of the holder of a seat, as it stands in the register.
public struct RegisteredInterest: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The id of the seat.
  public var seat: String
  /// What kind of interest it is.
  public var kind: Kind
  /// What it is; names nobody.
  public var text: ContentReference
  /// The first day.
  public var from: CivilDay

  /// An interest of the holder of a seat.
  public init(id: String, seat: String, kind: Kind, text: ContentReference, from: CivilDay) {
    self.id = id
    self.seat = seat
    self.kind = kind
    self.text = text
    self.from = from
  }

  /// Kinds of interest, as NHS England has had them since its guidance on conflicts of interest of
  /// 2017.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case financial
    case professional
    case personal
    case indirect

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .financial: "Financial"
      case .professional: "Professional, not financial"
      case .personal: "Personal, not financial"
      case .indirect: "Indirect, through somebody close"
      }
    }
  }
}

/// The registers of interests of all bodies.
public struct InterestState: Fold {
  /// The events of this state.
  public typealias Event = InterestEvent
  private var registers: [String: [Line]] = [:]

  /// An interest with its end, once it has one.
  public struct Line: Sendable, Equatable {
    /// The interest.
    public let interest: Recorded<RegisteredInterest>
    /// The last day; nil while it stands.
    public var to: CivilDay?
  }

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: InterestEvent, _ entry: Entry) {
    switch event {
    case .registered(let interest):
      registers[entry.subject, default: []].append(Line(interest: Recorded(interest, entry)))
    case .ended(let id, let day):
      let place = registers[entry.subject]?.firstIndex { $0.interest.value.id == id }
      if let place { registers[entry.subject]?[place].to = day }
    }
  }

  /// The register of a body, in the order of registering.
  public func register(of body: String) -> [Line] { registers[body] ?? [] }
}

/// The rules of the register of interests.
public struct InterestDesk: Sendable {
  let keeper: RecordKeeper
  let plan: MeetingsPlan

  /// The rules over a ledger, for the bodies of a plan.
  public init(_ ledger: Ledger, plan: MeetingsPlan) {
    keeper = RecordKeeper(ledger: ledger)
    self.plan = plan
  }

  /// Registers an interest of the holder of a seat.
  ///
  /// - Throws: `EventRefusal`.
  public func register(
    _ body: String, seat: String, kind: RegisteredInterest.Kind, text: String, from: CivilDay,
    by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let definition = plan.body(body) else { throw .notFound }
    var texts = TypedTexts()
    texts.faults.demand(
      definition.seats.contains { $0.id == seat }, "seat", "Choose a seat of this body.")
    let reference = texts.take("interest", text, "Say what the interest is.", upTo: 500)
    try texts.refuse()
    let interest = RegisteredInterest(
      id: RandomID.make(), seat: seat, kind: kind, text: reference, from: from)
    try await keeper.append(
      InterestEvent.registered(interest), body, by: author, token: token, texts.contents)
  }

  /// Ends an interest on a day.
  ///
  /// - Throws: `EventRefusal.notFound` when the register has no such interest that stands.
  public func end(
    _ body: String, interest: String, on day: CivilDay, by author: Author
  ) async throws(EventRefusal) {
    let register = try keeper.state(InterestState.self).register(of: body)
    guard register.contains(where: { $0.interest.value.id == interest && $0.to == nil }) else {
      throw .notFound
    }
    try await keeper.append(
      InterestEvent.ended(interest: interest, on: day), body, by: author, token: "end-" + interest)
  }
}
