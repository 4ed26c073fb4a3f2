// SPDX-License-Identifier: Apache-2.0

/// How many raised a theme, worked out from the coded comments.
public struct ThemeCounts: Sendable, Equatable {
  /// Comments with at least one of its codes.
  public private(set) var comments = 0
  /// Responses with at least one such comment.
  public private(set) var responses = 0
  /// Responses with any comment at all, of which the share is taken.
  public private(set) var answered = 0
  /// Of the responses, those left out of the tables “excluding flagged”.
  public private(set) var excluded = 0
  /// Comments by where they stand; those without a stance are under nil.
  public private(set) var byStance: [Stance?: Int] = [:]
  /// Responses by type of respondent and by area, with how many answered.
  public private(set) var byType: [String: Group] = [:]
  /// By area.
  public private(set) var byArea: [String: Group] = [:]

  /// Those of a type or an area.
  public struct Group: Sendable, Equatable {
    /// How many responses raised it.
    public internal(set) var raised = 0
    /// How many answered at all.
    public internal(set) var answered = 0
  }

  /// Counts over the comments of a consultation.
  ///
  /// A code that was merged since the theme was made counts as the code it became.
  public init(_ theme: ThemeWords, comments all: [Comment], coding: ConsultationCoding) {
    let codes = Array(Set(theme.codes.map(coding.frame.present)))
    var answeredBy: [String: Comment] = [:]
    var raisedBy: Set<String> = []
    for comment in all {
      let response = comment.id.response
      answeredBy[response] = comment
      guard let given = coding.comments[comment.id],
        codes.contains(where: { given.codes[$0] != nil })
      else { continue }
      comments += 1
      raisedBy.insert(response)
      byStance[given.stance(on: codes), default: 0] += 1
    }
    answered = answeredBy.count
    responses = raisedBy.count
    for (response, comment) in answeredBy {
      let raised = raisedBy.contains(response)
      if raised, comment.isExcluded { excluded += 1 }
      add(raised, to: &byType, comment.respondentType)
      add(raised, to: &byArea, comment.area)
    }
  }

  private func add(_ raised: Bool, to groups: inout [String: Group], _ name: String?) {
    groups[name ?? "", default: Group()].answered += 1
    if raised { groups[name ?? "", default: Group()].raised += 1 }
  }

  /// Responses that raised it of those that answered, from 0 to 1; nil when nobody answered.
  public var share: Double? { answered > 0 ? Double(responses) / Double(answered) : nil }
}

/// Counts in words, always by the same rule.
public enum ShareWords {
  /// Fewer than this many responses are called a handful, whatever their share.
  public static let handful = 5

  /// Such as "a minority": over a half is a majority, under it a minority.
  public static func name(_ part: Int, of whole: Int) -> String {
    guard part > 0, whole > 0 else { return "nobody" }
    if part == whole { return "everybody" }
    if part < handful { return "a handful" }
    let share = Double(part) / Double(whole)
    if share >= 0.75 { return "a large majority" }
    if part * 2 > whole { return "a majority" }
    if part * 2 == whole { return "half" }
    return share < 0.1 ? "a small minority" : "a minority"
  }

  /// A share as a whole per cent, or "less than 1%".
  public static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0%" }
    if part > 0, part * 100 < whole { return "less than 1%" }
    if part < whole, part * 200 >= whole * 199 { return "more than 99%" }
    return "\((part * 200 + whole) / (whole * 2))%"
  }

  /// Who raised a theme, in a sentence.
  public static func raised(_ counts: ThemeCounts) -> String {
    guard counts.responses > 0 else { return "Nobody has raised this so far." }
    let name = name(counts.responses, of: counts.answered)
    let people = counts.responses == 1 ? "1 response" : "\(counts.responses) responses"
    return "\(name.prefix(1).uppercased() + name.dropFirst()) raised this: \(people) of the "
      + "\(counts.answered) with a comment (\(percent(counts.responses, of: counts.answered)))."
  }

  /// Where the comments stand, in a sentence; nil when no stance was coded.
  public static func stance(_ counts: ThemeCounts) -> String? {
    let known = Stance.allCases.map { ($0, counts.byStance[$0] ?? 0) }.filter { $0.1 > 0 }
      .sorted { $0.1 > $1.1 }
    let total = known.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return nil }
    let parts = known.map { stance, count in
      "\(name(count, of: total)) (\(count)) \(verb(stance))"
    }
    return "Of the \(total) comments with a stance, " + parts.joined(separator: ", ") + "."
  }

  private static func verb(_ stance: Stance) -> String {
    switch stance {
    case .support: "supported the proposal"
    case .oppose: "opposed it"
    case .neutral: "took no side"
    case .conditional: "supported it with conditions"
    }
  }
}
