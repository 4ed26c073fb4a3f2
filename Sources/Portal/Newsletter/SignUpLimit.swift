// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Synchronization

/// Keeps a stranger from filling somebody's mailbox: only so many mails in an hour, to one
/// address and from one connection.
///
/// It is kept in memory, as fingerprints, and never stored.
final class SignUpLimit: Sendable {
  private struct Try {
    let mark: String
    let time: Date
  }

  static let perAddress = 3
  static let perConnection = 20
  private let tries = Mutex<[Try]>([])

  /// What is left for an address and a connection.
  enum Verdict { case fine, enoughForAddress, tooMany }

  func take(address: String, connection: String, at now: Date) -> Verdict {
    let to = NewsletterKey.fingerprint("to " + EmailAddress.key(address))
    let from = NewsletterKey.fingerprint("from " + connection)
    return tries.withLock { tries in
      tries.removeAll { now.timeIntervalSince($0.time) > 3_600 }
      if tries.count(where: { $0.mark == from }) >= Self.perConnection { return .tooMany }
      if tries.count(where: { $0.mark == to }) >= Self.perAddress { return .enoughForAddress }
      tries += [Try(mark: to, time: now), Try(mark: from, time: now)]
      return .fine
    }
  }
}
