// SPDX-License-Identifier: Apache-2.0

/// What one act of coding does: to the comments that were ticked, all at once.
public struct CodingAct: Sendable, Equatable {
  /// The comments.
  public var comments: [CommentID]
  /// Codes to be given.
  public var give: [String]
  /// Codes to be taken away.
  public var take: [String]
  /// What is said of where the comments stand.
  public var stance: StanceChange
  /// The code to which the stance belongs, or nil for the comment as a whole.
  public var stanceCode: String?

  /// What happens to a stance.
  public enum StanceChange: Sendable, Equatable {
    case unchanged
    case given(Stance)
    case takenBack
  }

  /// An act on comments.
  public init(
    comments: [CommentID], give: [String] = [], take: [String] = [],
    stance: StanceChange = .unchanged, stanceCode: String? = nil
  ) {
    self.comments = comments
    self.give = give
    self.take = take
    self.stance = stance
    self.stanceCode = stanceCode
  }
}

/// What may be done to comments.
public struct CodingRules: Sendable {
  /// The most comments of one act.
  public static let mostComments = 500

  private let coding: ConsultationCoding
  private let isKnown: @Sendable (CommentID) -> Bool

  /// The rules over what is coded, and over which comments there are.
  public init(
    _ coding: ConsultationCoding, isKnown: @escaping @Sendable (CommentID) -> Bool
  ) {
    self.coding = coding
    self.isKnown = isKnown
  }

  /// The events of an act; none when everything is so already.
  ///
  /// - Throws: `CodingError`.
  public func events(_ act: CodingAct) throws(CodingError) -> [CodingEvent] {
    try check(act.comments)
    guard !act.give.isEmpty || !act.take.isEmpty || act.stance != .unchanged else {
      throw .nothingChosen
    }
    let frame = CodeFrameRules(coding.frame)
    for code in act.give { _ = try frame.inUse(code) }
    for code in act.take where coding.frame[code] == nil { throw .unknownCode(code) }
    if let code = act.stanceCode { _ = try frame.inUse(code) }
    var events: [CodingEvent] = []
    if !act.take.isEmpty { events.append(.uncoded(comments: act.comments, codes: act.take)) }
    if !act.give.isEmpty { events.append(.coded(comments: act.comments, codes: act.give)) }
    switch act.stance {
    case .unchanged: break
    case .given(let stance):
      events.append(
        .stanceGiven(comments: act.comments, code: act.stanceCode, stance: stance))
    case .takenBack:
      events.append(.stanceGiven(comments: act.comments, code: act.stanceCode, stance: nil))
    }
    return events
  }

  /// That somebody has read comments; nil when they had read them all.
  ///
  /// - Throws: `CodingError`.
  public func read(
    _ comments: [CommentID], by person: String
  ) throws(CodingError) -> CodingEvent? {
    try check(comments)
    let new = comments.filter { !coding.coding($0).readBy.contains(person) }
    return new.isEmpty ? nil : .read(comments: new)
  }

  private func check(_ comments: [CommentID]) throws(CodingError) {
    guard !comments.isEmpty else { throw .nothingChosen }
    guard comments.count <= Self.mostComments else {
      throw .tooManyComments(limit: Self.mostComments, found: comments.count)
    }
    for comment in comments where !isKnown(comment) {
      throw .unknownComment(comment.rawValue)
    }
  }
}
