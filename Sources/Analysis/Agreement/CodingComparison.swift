// SPDX-License-Identifier: Apache-2.0

/// A comment and a code on which two coders differ.
public struct CodingDisagreement: Sendable, Equatable {
  /// The comment.
  public let comment: String
  /// The code.
  public let code: String
  /// Whether it is the first coder who gave the code; otherwise it is the second.
  public let givenByFirst: Bool
}

/// Two coders' work compared, where a comment may have any number of codes.
///
/// Each code is a yes or a no for each comment. Only comments that both coders have coded count; a
/// comment coded with no codes at all counts as coded.
public struct CodingComparison: Sendable, Equatable {
  /// The codes compared, in the order given, then any other code either coder used, by name.
  public let codes: [String]
  /// The comments both coded, by name.
  public let comments: [String]
  /// Comments that only one of them coded, by name.
  ///
  /// They are left out.
  public let codedByOne: [String]
  /// The comparison for each code, in the order of `codes`.
  public let byCode: [BinaryAgreement]
  /// All the yes-or-no decisions together.
  public let overall: BinaryAgreement
  /// Every difference, by comment and then in the order of `codes`.
  public let disagreements: [CodingDisagreement]

  /// Compares two coders.
  ///
  /// - Parameters:
  ///   - first: The first coder's codes for each comment.
  ///   - second: The second coder's codes for each comment.
  ///   - frame: The codes of the code frame, in order.
  public init(
    first: [String: Set<String>], second: [String: Set<String>], frame: [String]
  ) {
    let shared = first.keys.filter { second[$0] != nil }.sorted()
    let used = shared.reduce(into: Set<String>()) { used, comment in
      used.formUnion(first[comment] ?? [])
      used.formUnion(second[comment] ?? [])
    }
    var seen: Set<String> = []
    let ordered = (frame + used.subtracting(frame).sorted()).filter { seen.insert($0).inserted }
    comments = shared
    codes = ordered
    codedByOne = Set(first.keys).symmetricDifference(second.keys).sorted()
    byCode = ordered.map { code in
      Self.compare(code, first: first, second: second, over: shared)
    }
    overall = byCode.reduce(
      BinaryAgreement(both: 0, firstOnly: 0, secondOnly: 0, neither: 0), +)
    disagreements = shared.flatMap { comment in
      ordered.compactMap { code in
        let given = first[comment]?.contains(code) ?? false
        guard given != (second[comment]?.contains(code) ?? false) else { return nil }
        return CodingDisagreement(comment: comment, code: code, givenByFirst: given)
      }
    }
  }

  /// Kappa pooled over the codes: observed and chance agreement are each averaged over the codes
  /// before kappa is worked out (De Vries and others, 2008).
  ///
  /// Unlike the mean of the kappas it can use codes whose own kappa does not exist.
  /// Returns nil when nothing was compared or every code was answered in one way only.
  public var pooledKappa: Double? {
    var observed = 0.0
    var expected = 0.0
    for code in byCode {
      guard let agreement = code.observedAgreement else { return nil }
      let total = Double(code.items)
      let firstYes = Double(code.both + code.firstOnly) / total
      let secondYes = Double(code.both + code.secondOnly) / total
      observed += agreement
      expected += firstYes * secondYes + (1 - firstYes) * (1 - secondYes)
    }
    let size = Double(byCode.count)
    guard size > expected else { return nil }
    return (observed - expected) / (size - expected)
  }

  private static func compare(
    _ code: String, first: [String: Set<String>], second: [String: Set<String>],
    over comments: [String]
  ) -> BinaryAgreement {
    var counts = [0, 0, 0, 0]
    for comment in comments {
      let byFirst = first[comment]?.contains(code) ?? false
      let bySecond = second[comment]?.contains(code) ?? false
      counts[(byFirst ? 0 : 2) + (bySecond ? 0 : 1)] += 1
    }
    return BinaryAgreement(
      both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
  }
}
