// SPDX-License-Identifier: Apache-2.0

import Analysis

/// Which comments are shown, and in what order.
public struct CommentFilter: Sendable, Equatable {
  /// At least one of these codes, every one of those, not one of the others.
  public var anyCode: Set<String> = []
  /// All of these codes.
  public var allCodes: Set<String> = []
  /// None of these codes.
  public var noCode: Set<String> = []
  /// Coded, uncoded or read.
  public var state: State?
  /// By question.
  public var questions: Set<String> = []
  /// By area.
  public var areas: Set<String> = []
  /// By kind of respondent.
  public var types: Set<String> = []
  /// By the way it came.
  public var channels: Set<String> = []
  /// Any of these stances.
  public var stances: Set<String> = []
  /// Why it deserves a second look.
  public var flags: Set<String> = []
  /// Whether a text that many sent is shown once.
  public var campaignOnce = false
  /// The words of it, or those to look for.
  public var words = ""
  /// The account that gave at least one code.
  public var coder: String?
  /// A person who is the second coder of a sample, and must not see the first codes of it.
  public var hiddenFrom: String?
  /// The order in which they are shown.
  public var order = Order.received

  /// Every comment.
  public init() {}

  /// How far a comment is dealt with.
  public enum State: String, Sendable, CaseIterable {
    case uncoded
    case coded
    case unread
    case toRecode = "to-recode"

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .uncoded: "Not coded yet"
      case .coded: "Coded"
      case .unread: "Read by nobody"
      case .toRecode: "To be recoded after a split"
      }
    }
  }

  /// The order of comments.
  public enum Order: String, Sendable, CaseIterable {
    case received
    case newest
    case longest
    case shortest
    case area
    case type

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .received: "First received first"
      case .newest: "Last received first"
      case .longest: "Longest first"
      case .shortest: "Shortest first"
      case .area: "By area"
      case .type: "By type of respondent"
      }
    }
  }

  var query: CommentQuery {
    var query = CommentQuery(words: words)
    let any: [(CommentAttribute, Set<String>)] = [
      (.code, anyCode), (.question, questions), (.area, areas), (.respondentType, types),
      (.channel, channels), (.stance, stances), (.flag, flags),
    ]
    for (attribute, values) in any where !values.isEmpty { query.any[attribute] = values }
    if !allCodes.isEmpty { query.all[.code] = allCodes }
    if !noCode.isEmpty { query.none[.code] = noCode }
    switch state {
    case .coded: query.none[.flag, default: []].insert(State.uncoded.rawValue)
    case .some(let state): query.all[.flag, default: []].insert(state.rawValue)
    case nil: break
    }
    if let coder { query.all[.flag, default: []].insert(CommentMarks.coder(coder)) }
    if campaignOnce { query.none[.flag, default: []].insert(CommentMarks.copy) }
    if let hiddenFrom {
      query.none[.flag, default: []].insert(CommentMarks.secondCoder(hiddenFrom))
    }
    return query
  }
}

/// What an index holds of a comment besides its text and its respondent.
struct CommentMarks: Equatable {
  static let copy = "campaign-copy"
  static func coder(_ id: String) -> String { "coder:" + id }
  static func secondCoder(_ id: String) -> String { "second:" + id }

  var values: [CommentAttribute: Set<String>]

  init(_ coding: CommentCoding, secondCoders: Set<String>, isCopy: Bool) {
    var flags = Set(coding.codes.values.map(Self.coder))
    flags.formUnion(secondCoders.map(Self.secondCoder))
    if coding.codes.isEmpty { flags.insert(CommentFilter.State.uncoded.rawValue) }
    if coding.readBy.isEmpty { flags.insert(CommentFilter.State.unread.rawValue) }
    if !coding.toRecode.isEmpty { flags.insert(CommentFilter.State.toRecode.rawValue) }
    if isCopy { flags.insert(Self.copy) }
    var stances = Set(coding.stanceByCode.values.map(\.rawValue))
    if let stance = coding.stance { stances.insert(stance.rawValue) }
    values = [.code: Set(coding.codes.keys), .stance: stances, .flag: flags]
  }
}
