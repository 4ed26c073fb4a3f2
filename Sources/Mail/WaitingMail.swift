// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A mail in the outbox.
public struct WaitingMail: Codable, Sendable {
  /// What is sent, or handed over, and to whom.
  public let message: MailMessage
  /// When it was put in the outbox; a month later it is removed.
  public let madeOn: Date
  /// How often it was tried.
  public let attempts: Int
  /// When it is tried next; nil when it is not, and waits to be handed over.
  public let nextTry: Date?
  /// Why the last try failed, in words for an administrator.
  public let lastProblem: String?

  /// Tells one turn of a mail from its next: a mail whose turn is unchanged after a try is one of
  /// which the disk did not take the outcome.
  struct Turn: Equatable {
    let attempts: Int
    let time: Date?
  }

  var turn: Turn { Turn(attempts: attempts, time: nextTry) }

  func isDue(at time: Date) -> Bool { nextTry.map { $0 <= time } ?? false }

  func due(at time: Date) -> WaitingMail {
    WaitingMail(
      message: message, madeOn: madeOn, attempts: attempts, nextTry: time,
      lastProblem: lastProblem)
  }

  /// The same after a failure: a mail that can never be sent is not tried again.
  func failed(_ error: MailError, at time: Date) -> WaitingMail {
    var next: Date?
    if case .malformed = error {
    } else if OutboxSender.waits.indices.contains(attempts) {
      next = time.addingTimeInterval(OutboxSender.waits[attempts])
    }
    return WaitingMail(
      message: message, madeOn: madeOn, attempts: attempts + 1, nextTry: next,
      lastProblem: error.description)
  }
}
