// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import Pictures

/// The results of one consultation in words, tables and pictures.
///
/// What anybody may read has small numbers hidden; what staff read has not.
struct ResultsView {
  let definition: ConsultationDefinition
  let plan: EngagementPlan
  let results: ConsultationResults
  let isPublic: Bool

  static let policy = SmallNumberPolicy.fewerThanFive

  var root: String {
    isPublic ? "/consultations/\(definition.id)/results" : "/desk/results/\(definition.id)"
  }

  var policyText: String {
    isPublic
      ? "\(Self.policy.name). A star stands for a hidden number; others are hidden too where they "
        + "would give it away."
      : "These are exact numbers, for staff only. Small numbers are hidden when results are "
        + "published."
  }

  func index(secret: String?, isReleased: Bool) throws -> ResultsIndexModel {
    let counts = results.counts
    var sections: [ResultsIndexModel.Section] = []
    for question in results.questions {
      let link = ResultsLink(href: "\(root)/\(question.id)", label: question.text)
      if let last = sections.last, last.heading == question.section {
        sections[sections.count - 1] = .init(heading: last.heading, links: last.links + [link])
      } else {
        sections.append(.init(heading: question.section, links: [link]))
      }
    }
    return ResultsIndexModel(
      title: definition.title,
      back: isPublic ? "/consultations/\(definition.id)" : "/desk/results",
      answer: "\(Numbers.grouped(counts.all)) responses came in, "
        + "\(Numbers.grouped(counts.all - counts.excludingFlagged)) of them part of a campaign or "
        + "left out for a reason that is on record. Every table gives both counts.",
      isPublic: isPublic, policy: policyText, who: try whoAnswered(), sections: sections,
      release: secret.map {
        .init(action: "/desk/results/\(definition.id)", secret: $0, isReleased: isReleased)
      })
  }

  private func whoAnswered() throws -> [Grid] {
    let parts: [(String, String, (ResponseRecord) -> String)] = [
      ("How responses came", "Way", { $0.response.channel.label }),
      (
        "Who they came from", "Kind of respondent",
        { results.name($0.response.attributes.respondentType ?? "") }
      ),
      ("Where they came from", "Area", { results.name($0.response.attributes.area ?? "") }),
    ]
    return try parts.map { caption, heading, name in
      var counts: [String: (all: Int, kept: Int)] = [:]
      for (place, record) in results.records.enumerated() {
        counts[name(record), default: (0, 0)].all += 1
        if !results.isLeftOut(place) { counts[name(record), default: (0, 0)].kept += 1 }
      }
      let names = counts.keys.sorted { (counts[$1]?.all ?? 0, $0) < (counts[$0]?.all ?? 0, $1) }
      let all = try shown(names.map { counts[$0]?.all ?? 0 })
      let kept = try shown(
        names.map { counts[$0]?.kept ?? 0 }, beside: names.map { counts[$0]?.all ?? 0 })
      let rows = names.indices.map { [names[$0], all.counts[$0], kept.counts[$0]] }
      return Grid(
        caption, [heading, "All responses#", "Excluding flagged#"],
        rows + [["All", all.total, kept.total]])
    }
  }

  /// Counts as they may be shown.
  func shown(_ counts: [Int]) throws -> (counts: [String], total: String) {
    guard isPublic else {
      return (counts.map(Numbers.grouped), Numbers.grouped(counts.reduce(0, +)))
    }
    let list = try Self.policy.publish(counts)
    return (list.counts.map(Numbers.text), Numbers.text(list.total))
  }

  /// The counts of the tables “excluding flagged”: hidden where the first count less this one would
  /// give a small number away.
  func shown(_ kept: [Int], beside all: [Int]) throws -> (counts: [String], total: String) {
    var list = try shown(kept)
    guard isPublic else { return list }
    let small = 1..<Self.policy.suppressBelow
    for (place, pair) in zip(kept, all).enumerated() where small.contains(pair.1 - pair.0) {
      list.counts[place] = "*"
    }
    if small.contains(all.reduce(0, +) - kept.reduce(0, +)) { list.total = "*" }
    return list
  }

  /// A table of counts as it may be shown, with the totals of its rows.
  func shown(_ rows: [[Int]]) throws -> (rows: [[String]], totals: [String]) {
    guard isPublic else {
      return (
        rows.map { $0.map(Numbers.grouped) }, rows.map { Numbers.grouped($0.reduce(0, +)) }
      )
    }
    guard !rows.isEmpty else { return ([], []) }
    let table = try Self.policy.publish(rows)
    return (table.rows.map { $0.map(Numbers.text) }, table.rowTotals.map(Numbers.text))
  }
}

/// Numbers for a reader.
enum Numbers {
  /// A whole number with commas.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "−" : "") + text
  }

  /// A count that may be hidden.
  static func text(_ count: PublishedCount) -> String {
    switch count {
    case .exact(let number), .rounded(let number): grouped(number)
    case .hidden: "*"
    }
  }

  /// A percentage without decimals; below one half it says so.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.5 { return "under 1%" }
    return "\(Int(share.rounded()))%"
  }
}
