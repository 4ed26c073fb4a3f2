// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// One of the two workstreams between which something is given.
public enum HandshakeSide: String, Codable, Sendable, CaseIterable {
  case giving
  case getting

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .giving: "The workstream that gives"
    case .getting: "The workstream that gets"
    }
  }
}

/// What a workstream does about something that it gives or gets.
public enum HandshakeAct: String, Codable, Sendable, CaseIterable {
  /// The getting side asks for it by a day.
  case request
  /// The giving side offers it by a day.
  case offer
  /// The other side agrees to the day that was last named; or the giving side is back on track.
  case agree
  /// The other side does not agree.
  case refuse
  /// The giving side says that it may be late.
  case warn
  /// The giving side has handed it over.
  case deliver
  /// The side that asked or offered takes that back, or the getting side no longer needs it.
  case withdraw

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .request: "Ask for it by a day"
    case .offer: "Offer it by a day"
    case .agree: "Agree to the day"
    case .refuse: "Refuse"
    case .warn: "Say that it is at risk"
    case .deliver: "Record that it is delivered"
    case .withdraw: "Withdraw"
    }
  }

  /// Whether a day belongs to it.
  public var namesDay: Bool { self == .request || self == .offer }
}

/// How far two workstreams have come.
public enum HandshakeStatus: String, Codable, Sendable, CaseIterable {
  /// The plan needs it, and neither side has spoken.
  case notAsked
  case requested
  case offered
  case agreed
  case refused
  case atRisk
  case delivered
  case withdrawn

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .notAsked: "Not asked yet"
    case .requested: "Asked, no answer yet"
    case .offered: "Offered, not agreed yet"
    case .agreed: "Agreed"
    case .refused: "Refused"
    case .atRisk: "Agreed, at risk"
    case .delivered: "Delivered"
    case .withdrawn: "Withdrawn"
    }
  }

  /// Whether a giver has agreed and still has to give.
  public var isBinding: Bool { self == .agreed || self == .atRisk }

  /// Whether it still has to be settled or given.
  public var isOpen: Bool { self != .delivered && self != .withdrawn }

  /// Whether nobody has agreed to give what is needed.
  public var lacksGiver: Bool { isOpen && !isBinding }
}

/// One step of a handshake.
public struct HandshakeStep: Codable, Sendable, Hashable {
  /// The activity whose result is given.
  public var from: String
  /// The activity that needs it.
  public var to: String
  /// What was done.
  public var act: HandshakeAct
  /// Which side did it.
  public var side: HandshakeSide
  /// The day that was asked for or offered.
  public var byWhen: CivilDay?
  /// What was said, beside the chain.
  public var note: ContentReference?

  /// A step by one side.
  public init(
    from: String, to: String, act: HandshakeAct, side: HandshakeSide, byWhen: CivilDay? = nil,
    note: ContentReference? = nil
  ) {
    self.from = from
    self.to = to
    self.act = act
    self.side = side
    self.byWhen = byWhen
    self.note = note
  }
}

/// Who may do what in which state: the whole of the handshake.
public enum HandshakeRules {
  /// What a side may do now, in the order of the acts.
  public static func acts(in status: HandshakeStatus, for side: HandshakeSide) -> [HandshakeAct] {
    HandshakeAct.allCases.filter { next(after: status, act: $0, by: side) != nil }
  }

  /// The state after an act, or nil when that side may not do it now.
  public static func next(
    after status: HandshakeStatus, act: HandshakeAct, by side: HandshakeSide
  ) -> HandshakeStatus? {
    guard status != .delivered else { return nil }
    switch (act, side) {
    case (.request, .getting): return .requested
    case (.offer, .giving): return .offered
    case (.agree, .giving): return status == .requested || status == .atRisk ? .agreed : nil
    case (.agree, .getting): return status == .offered ? .agreed : nil
    case (.refuse, .giving): return status == .requested ? .refused : nil
    case (.refuse, .getting): return status == .offered ? .refused : nil
    case (.warn, .giving): return status == .agreed ? .atRisk : nil
    case (.deliver, .giving): return status.isBinding ? .delivered : nil
    case (.withdraw, .getting):
      return status == .requested || status.isBinding ? .withdrawn : nil
    case (.withdraw, .giving): return status == .offered ? .withdrawn : nil
    default: return nil
    }
  }
}
