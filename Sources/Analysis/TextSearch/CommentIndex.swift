// SPDX-License-Identifier: Apache-2.0

/// Comments held so that any filter answers at once.
///
/// Each value of each attribute is a set of bits, one per comment; each word lists its comments
/// (an inverted index). A filter joins and crosses the sets.
public struct CommentIndex: Sendable {
  /// The comments' names, in the order they were added.
  public private(set) var ids: [String] = []
  private var placeOf: [String: Int] = [:]
  private var sets: [CommentAttribute: [String: Bitmap]] = [:]
  private var vocabulary = Vocabulary()

  /// Makes an empty index.
  public init() {}

  /// Makes an index of many comments at once.
  ///
  /// Throws ``CommentIndexError`` if two comments share a name.
  public init(_ comments: some Sequence<IndexedComment>) throws(CommentIndexError) {
    for comment in comments { try append(comment) }
    vocabulary.putWaitingInOrder()
  }

  /// How many comments are held.
  public var count: Int { ids.count }

  /// Adds a comment at the end.
  ///
  /// Throws ``CommentIndexError`` if a comment of that name is already there.
  public mutating func append(_ comment: IndexedComment) throws(CommentIndexError) {
    guard placeOf[comment.id] == nil else { throw .repeatedComment(id: comment.id) }
    let place = ids.count
    placeOf[comment.id] = place
    ids.append(comment.id)
    for (attribute, values) in comment.values {
      for value in values { sets[attribute, default: [:]][value, default: Bitmap()].insert(place) }
    }
    vocabulary.add(place, text: comment.text)
  }

  /// Gives a comment a value, such as a code.
  ///
  /// A value it has already stays.
  ///
  /// Throws ``CommentIndexError`` if there is no such comment.
  public mutating func add(
    _ value: String, as attribute: CommentAttribute, to id: String
  ) throws(CommentIndexError) {
    guard let place = placeOf[id] else { throw .unknownComment(id: id) }
    sets[attribute, default: [:]][value, default: Bitmap()].insert(place)
  }

  /// Takes a value, such as a code, from a comment.
  ///
  /// A value it has not is passed over.
  ///
  /// Throws ``CommentIndexError`` if there is no such comment.
  public mutating func remove(
    _ value: String, as attribute: CommentAttribute, from id: String
  ) throws(CommentIndexError) {
    guard let place = placeOf[id] else { throw .unknownComment(id: id) }
    sets[attribute]?[value]?.remove(place)
  }

  /// Whether a comment has a value.
  public func has(_ value: String, as attribute: CommentAttribute, id: String) -> Bool {
    guard let place = placeOf[id] else { return false }
    return sets[attribute]?[value]?.contains(place) ?? false
  }

  /// How many of the comments found have each value of an attribute, for values that some have.
  public func counts(
    of attribute: CommentAttribute, in query: CommentQuery = CommentQuery()
  ) -> [String: Int] {
    let found = matches(query)
    var counts: [String: Int] = [:]
    for (value, members) in sets[attribute] ?? [:] {
      var shared = members
      shared.formIntersection(found)
      let size = shared.count
      if size > 0 { counts[value] = size }
    }
    return counts
  }

  /// Finds comments, a page at a time.
  ///
  /// - Parameters:
  ///   - query: What to find.
  ///   - offset: How many of those found to pass over; below nought counts as nought.
  ///   - limit: How many to give at most; below nought counts as nought.
  /// - Returns: The page, with how many were found altogether.
  public func page(_ query: CommentQuery, offset: Int = 0, limit: Int = 50) -> CommentPage {
    let found = matches(query)
    let start = max(0, offset)
    let members = found.members(passingOver: start, limit: max(0, limit))
    return CommentPage(ids: members.map { ids[$0] }, offset: start, total: found.count)
  }

  private func matches(_ query: CommentQuery) -> Bitmap {
    var found = Bitmap(allBelow: count)
    for (attribute, values) in query.any where !values.isEmpty {
      found.formIntersection(union(attribute, values))
    }
    for (attribute, values) in query.all {
      for value in values { found.formIntersection(union(attribute, [value])) }
    }
    for (attribute, values) in query.none { found.subtract(union(attribute, values)) }
    for word in Set(PlainWords.words(of: query.words)) {
      found.formIntersection(vocabulary.comments(withWordBeginning: word))
    }
    return found
  }

  private func union(_ attribute: CommentAttribute, _ values: Set<String>) -> Bitmap {
    var joined = Bitmap()
    guard let known = sets[attribute] else { return joined }
    for value in values {
      if let members = known[value] { joined.formUnion(members) }
    }
    return joined
  }
}
