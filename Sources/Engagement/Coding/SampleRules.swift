// SPDX-License-Identifier: Apache-2.0

/// How a sample is drawn, coded a second time and settled.
public struct SampleRules: Sendable {
  private let coding: ConsultationCoding

  /// The rules over what is coded.
  public init(_ coding: ConsultationCoding) { self.coding = coding }

  /// A sample by chance, with as near as can be the same share of each question.
  ///
  /// Questions get whole numbers by their largest remainders (Hare, 1859); within a question each
  /// comment is as likely as another (Fisher and Yates, 1938). It is drawn from comments that are
  /// coded or read, so that the first coding of each is complete.
  ///
  /// - Throws: `CodingError`.
  public func draw(
    _ id: String, size: Int, seed: UInt64, from comments: [CommentID]
  ) throws(CodingError) -> CodingEvent {
    let ready = comments.filter { !coding.coding($0).readBy.isEmpty }
    guard !ready.isEmpty else { throw .nothingToSample }
    guard (1...ready.count).contains(size) else { throw .sampleSize(largest: ready.count) }
    let strata = Dictionary(grouping: ready, by: \.question).sorted { $0.key < $1.key }
      .map { $0.value.sorted() }
    var draws = SyntheticDraws(seed: seed)
    let drawn = zip(strata, Self.shares(of: size, strata.map(\.count))).flatMap { stratum, count in
      stratum.shuffled(using: &draws).prefix(count)
    }
    return .sampleDrawn(sample: id, seed: seed, comments: drawn.shuffled(using: &draws))
  }

  static func shares(of size: Int, _ counts: [Int]) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    var shares = counts.map { $0 * size / total }
    let byRemainder = counts.indices.sorted {
      (counts[$0] * size % total, counts[$0], $1) > (counts[$1] * size % total, counts[$1], $0)
    }
    for place in byRemainder.prefix(size - shares.reduce(0, +)) { shares[place] += 1 }
    return shares
  }

  /// A person becomes the second coder of a sample.
  ///
  /// - Throws: `CodingError`.
  public func take(_ id: String, by person: String) throws(CodingError) -> CodingEvent {
    let sample = try open(id)
    guard sample.secondCoder == nil || sample.secondCoder == person else {
      throw .notYourSample
    }
    let hasCoded = sample.comments.contains { coding.coding($0).codes.values.contains(person) }
    guard !hasCoded else { throw .ownComments }
    return .sampleTaken(sample: id)
  }

  /// The second coder's codes for comments; no codes say that none fits.
  ///
  /// - Throws: `CodingError`.
  public func code(
    _ id: String, _ comments: [CommentID], codes: [String], by person: String
  ) throws(CodingError) -> CodingEvent {
    let sample = try open(id)
    guard sample.secondCoder == person else { throw .notYourSample }
    guard !comments.isEmpty else { throw .nothingChosen }
    for comment in comments where !sample.comments.contains(comment) {
      throw .unknownComment(comment.rawValue)
    }
    for code in codes { _ = try CodeFrameRules(coding.frame).inUse(code) }
    return .secondCoded(sample: id, comments: comments, codes: codes)
  }

  /// The second coder is done.
  ///
  /// - Throws: `CodingError`.
  public func finish(_ id: String, by person: String) throws(CodingError) -> CodingEvent {
    let sample = try open(id)
    guard sample.secondCoder == person else { throw .notYourSample }
    let left = sample.comments.count - sample.second.count
    guard left == 0 else { throw .sampleIncomplete(left: left) }
    return .sampleFinished(sample: id)
  }

  /// What the two agree on a comment in the end.
  ///
  /// - Throws: `CodingError`.
  public func resolve(
    _ id: String, _ comment: CommentID, codes: [String], reason: String
  ) throws(CodingError) -> CodingEvent {
    guard let sample = coding.sample(id) else { throw .unknownSample }
    guard !sample.isOpen else { throw .sampleNotFinished }
    guard sample.comments.contains(comment) else { throw .unknownComment(comment.rawValue) }
    for code in codes { _ = try CodeFrameRules(coding.frame).inUse(code) }
    guard !reason.isEmpty else { throw .reasonMissing }
    let limit = CodeFrameRules.limits.reason
    guard reason.count <= limit else {
      throw .tooLong(what: "reason", limit: limit, found: reason.count)
    }
    return .resolved(sample: id, comment: comment, codes: codes, reason: reason)
  }

  private func open(_ id: String) throws(CodingError) -> CodingSample {
    guard let sample = coding.sample(id) else { throw .unknownSample }
    guard sample.isOpen else { throw .sampleFinished }
    return sample
  }
}
