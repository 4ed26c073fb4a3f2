// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Foundation

/// Notices many responses from one connection in a short time.
///
/// It holds no address. Each consultation has a random key that is only in memory; what is counted
/// is a digest with that key. When the consultation closes, or the program stops, the key is gone
/// and with it every way back to an address.
public actor BurstWatch {
  private var keys: [String: SymmetricKey] = [:]
  private var times: [String: [String: [Date]]] = [:]
  private let window: Double
  private let limit: Int

  /// A watch that notices more than `limit` responses within `window` seconds.
  public init(window: Double = 600, limit: Int = 20) {
    self.window = window
    self.limit = limit
  }

  /// Counts a response, and says whether it is one of many.
  public func isBurst(from address: String, to consultation: String, at now: Date) -> Bool {
    let key = keys[consultation] ?? SymmetricKey(size: .bits256)
    keys[consultation] = key
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(Self.connection(address).utf8), using: key)
    let digest = Data(code).base64EncodedString()
    var counted = (times[consultation] ?? [:]).compactMapValues { times in
      let recent = times.filter { now.timeIntervalSince($0) < window }
      return recent.isEmpty ? nil : recent
    }
    counted[digest, default: []].append(now)
    times[consultation] = counted
    return (counted[digest]?.count ?? 0) > limit
  }

  /// Destroys the key of a consultation that has closed, and all that was counted with it.
  public func forget(_ consultation: String) {
    keys[consultation] = nil
    times[consultation] = nil
  }

  /// The part of an address that stands for one connection: all of version 4, and of version 6 the
  /// first four groups, since a household has the rest to itself.
  private static func connection(_ address: String) -> String {
    guard address.contains(":") else { return address }
    return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4)
      .joined(separator: ":")
  }
}
