// SPDX-License-Identifier: Apache-2.0

/// Groups of names of which any two may be borne by one person, such as Elizabeth, Liz and Beth.
///
/// A name may be in several groups; two names go together when one group holds both.
public struct NicknameTable: Sendable, Hashable, Codable {
  /// The groups, each a list of names as they stand in the records.
  public let groups: [[String]]

  /// Describes the groups; none by default.
  public init(groups: [[String]] = []) { self.groups = groups }

  /// The groups that each name is in, by the numbers of the groups in rising order.
  package func memberships() -> [String: [Int32]] {
    var found: [String: [Int32]] = [:]
    for (number, names) in groups.enumerated() {
      for name in Set(names) { found[name, default: []].append(Int32(number)) }
    }
    return found
  }
}
