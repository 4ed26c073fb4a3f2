// SPDX-License-Identifier: Apache-2.0

import Analysis
import Foundation
import Ledger

/// The comments of one consultation with an index over them.
///
/// It follows the ledger: new responses and new codes are added to what is there; only when an
/// answer was changed or erased is it made again.
public struct CommentShelf: Sendable {
  private let consultation: String
  private var index = CommentIndex()
  private var placeOf: [String: Int] = [:]
  private var marks: [CommentMarks] = []
  private var copies: Set<Int> = []
  private var copiesAreKnown = false
  private var lastSequence: Int64 = 0
  private var touchedCount = 0
  /// Every comment, first received first.
  public private(set) var comments: [Comment] = []
  /// What is coded.
  public private(set) var coding = ConsultationCoding()

  init(_ consultation: String) { self.consultation = consultation }

  /// Takes in what has happened since.
  mutating func refresh(_ ledger: Ledger) throws(LedgerError) {
    let entries = try ledger.entries(family: ResponseEvent.family, after: lastSequence)
    let own = entries.filter { $0.subject == consultation }
    if let last = entries.last { lastSequence = last.sequence }
    coding = try ledger.state(CodingState.self).coding(of: consultation)
    if !own.isEmpty {
      let isAllNew = own.allSatisfy { $0.type == "submitted" }
      try read(ledger, count: isAllNew ? own.count : nil)
    }
    let start = min(touchedCount, coding.touched.count)
    touchedCount = coding.touched.count
    let second = secondCoders()
    for comment in Set(coding.touched[start...]) { mark(comment, second) }
  }

  /// Reads the last so many responses, or all when the earlier ones changed.
  private mutating func read(_ ledger: Ledger, count: Int?) throws(LedgerError) {
    let records = try ledger.state(ResponseState.self).responses(to: consultation)
    let reader = CommentReader(try ledger.state(FormState.self))
    if count == nil {
      (index, placeOf, marks, comments) = (CommentIndex(), [:], [], [])
    }
    let wanted = Array(records.suffix(count ?? records.count))
    let second = secondCoders()
    let found = try reader.comments(of: wanted, in: ledger)
    let fresh = found.filter { placeOf[$0.id.rawValue] == nil }
    if comments.isEmpty {
      fillAnew(fresh, second)
    } else {
      for comment in fresh { add(comment, second) }
    }
    copiesAreKnown = false
    copies = []
  }

  private mutating func fillAnew(_ fresh: [Comment], _ second: [CommentID: Set<String>]) {
    var indexed: [IndexedComment] = []
    indexed.reserveCapacity(fresh.count)
    for comment in fresh { indexed.append(keep(comment, second)) }
    index = (try? CommentIndex(indexed)) ?? CommentIndex()
  }

  private mutating func add(_ comment: Comment, _ second: [CommentID: Set<String>]) {
    // The id is new, which is all that an index asks of a comment.
    try? index.append(keep(comment, second))
  }

  private mutating func keep(
    _ comment: Comment, _ second: [CommentID: Set<String>]
  ) -> IndexedComment {
    placeOf[comment.id.rawValue] = comments.count
    comments.append(comment)
    let own = CommentMarks(
      coding.coding(comment.id), secondCoders: second[comment.id] ?? [], isCopy: false)
    marks.append(own)
    var values = own.values
    values[.flag, default: []].formUnion(comment.flags.map(\.rawValue))
    values[.question] = [comment.id.question]
    values[.channel] = [comment.channel.rawValue]
    if let area = comment.area { values[.area] = [area] }
    if let type = comment.respondentType { values[.respondentType] = [type] }
    return IndexedComment(id: comment.id.rawValue, text: comment.text, values: values)
  }

  private func secondCoders() -> [CommentID: Set<String>] {
    var coders: [CommentID: Set<String>] = [:]
    for sample in coding.samples where sample.isOpen {
      guard let coder = sample.secondCoder else { continue }
      for comment in sample.comments { coders[comment, default: []].insert(coder) }
    }
    return coders
  }

  private mutating func mark(_ comment: CommentID, _ second: [CommentID: Set<String>]) {
    guard let place = placeOf[comment.rawValue] else { return }
    set(
      CommentMarks(
        coding.coding(comment), secondCoders: second[comment] ?? [],
        isCopy: copies.contains(place)), at: place)
  }

  private mutating func set(_ new: CommentMarks, at place: Int) {
    let id = comments[place].id.rawValue
    for (attribute, values) in new.values {
      let old = marks[place].values[attribute] ?? []
      for value in old.subtracting(values) { try? index.remove(value, as: attribute, from: id) }
      for value in values.subtracting(old) { try? index.add(value, as: attribute, to: id) }
    }
    marks[place] = new
  }

  /// Finds texts that many sent, when that is not known yet.
  mutating func findCopies() {
    guard !copiesAreKnown else { return }
    let second = secondCoders()
    let before = copies
    copies = []
    for campaign in CampaignFinder().campaigns(in: comments.map(\.text)) {
      copies.formUnion(campaign.members.filter { $0 != campaign.representative })
    }
    copiesAreKnown = true
    for place in before.union(copies) { mark(comments[place].id, second) }
  }

  /// Every comment that a filter finds, in its order.
  func places(_ filter: CommentFilter) -> [Int] {
    let found = index.page(filter.query, limit: .max).ids.compactMap { placeOf[$0] }
    switch filter.order {
    case .received: return found
    case .newest: return found.reversed()
    case .longest: return sorted(found) { -$0.text.utf8.count }
    case .shortest: return sorted(found) { $0.text.utf8.count }
    case .area: return sorted(found) { $0.area ?? "\u{10FFFF}" }
    case .type: return sorted(found) { $0.respondentType ?? "\u{10FFFF}" }
    }
  }

  private func sorted<Key: Comparable>(_ places: [Int], by key: (Comment) -> Key) -> [Int] {
    places.map { (key(comments[$0]), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// A comment by its id.
  public func comment(_ id: CommentID) -> Comment? {
    placeOf[id.rawValue].map { comments[$0] }
  }

  /// A page of what a filter finds.
  func page(_ filter: CommentFilter, offset: Int, limit: Int) -> CommentResults {
    let query = filter.query
    if filter.order == .received {
      let page = index.page(query, offset: offset, limit: limit)
      let rows = page.ids.compactMap { placeOf[$0] }
      return CommentResults(
        comments: rows.map { comments[$0] }, total: page.total, counts: counts(query))
    }
    let places = places(filter)
    return CommentResults(
      comments: places.dropFirst(offset).prefix(limit).map { comments[$0] },
      total: places.count, counts: counts(query))
  }

  private func counts(_ query: CommentQuery) -> [String: Int] {
    index.counts(of: .code, in: query)
  }

  /// The values of attributes that there are, so that a filter offers no others.
  func values(of attribute: CommentAttribute) -> [String: Int] { index.counts(of: attribute) }
}

/// A page of comments.
public struct CommentResults: Sendable {
  /// The comments.
  public let comments: [Comment]
  /// How many the filter finds altogether.
  public let total: Int
  /// How many of these have each code.
  public let counts: [String: Int]
}
