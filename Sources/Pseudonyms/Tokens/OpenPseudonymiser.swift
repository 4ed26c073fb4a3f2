// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// Digests as the OpenPseudonymiser specification has them, for partners who exchange those.
///
/// Values are put together in the order of their column names, without white space, the salt is
/// put behind, and SHA-256 is taken in capital hexadecimal digits. There is no key: whoever has the
/// salt can go through all NHS numbers in minutes and undo every digest.
public struct OpenPseudonymiser: Sendable {
  private let salt: String

  /// Makes digests under a salt; white space around it is not part of it.
  ///
  /// - Throws: `KeyError` when it is blank.
  public init(salt: String) throws(KeyError) {
    let scalars = salt.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.value > 32 }),
      let last = scalars.lastIndex(where: { $0.value > 32 })
    else { throw KeyError(file: nil, reason: "the salt is blank") }
    self.salt = String(scalars[first...last])
  }

  init() { salt = "" }

  /// The digest of some columns.
  ///
  /// - Throws: `KeyError` when the order of the names is not the same for all who use the
  ///   specification.
  public func digest(_ columns: [(name: String, value: String)]) throws(KeyError) -> String {
    let order = try Self.order(columns.map(\.name))
    return digest(inOrder: order.map { columns[$0].value })
  }

  /// The digest of values that are in the order of their columns.
  func digest(inOrder values: [String]) -> String {
    var bytes: [UInt8] = []
    for value in values {
      bytes += value.utf8.filter { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 }
    }
    bytes += Array(salt.utf8)
    return Hexadecimal.upperCaseText(SHA256.hash(data: bytes))
  }

  /// The order in which columns are put together: that of a dictionary, where capitals do not
  /// matter.
  ///
  /// Some programs compare letter by letter with capitals and small letters changed over. Names on
  /// which the two disagree are refused: a digest that a partner cannot make again is worth nothing.
  static func order(_ names: [String]) throws(KeyError) -> [Int] {
    func swapped(_ name: String) -> String {
      String(
        String.UnicodeScalarView(
          name.unicodeScalars.map { scalar in
            let isUpper = (65...90).contains(scalar.value)
            let isLower = (97...122).contains(scalar.value)
            return isUpper || isLower ? Unicode.Scalar(UInt8(scalar.value) ^ 32) : scalar
          }))
    }
    func sorted(_ key: (String) -> String) -> [Int] {
      names.indices.sorted { (key(names[$0]), $0) < (key(names[$1]), $1) }
    }
    let dictionary = sorted { $0.lowercased() }
    guard Set(names.map { $0.lowercased() }).count == names.count,
      dictionary == sorted(swapped)
    else {
      throw KeyError(
        file: nil,
        reason: "programs disagree on the order of the columns \(names.joined(separator: ", ")); "
          + "write their names alike, all beginning with a capital or none")
    }
    return dictionary
  }
}
