// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation

/// A response that is being written, or the little that is kept of it once it was sent.
public struct ResponseDraft: Codable, Sendable, Equatable {
  /// How far it is.
  public enum Phase: String, Codable, Sendable {
    /// Being written, not sent.
    case open
    /// Sent; its answers are with the ledger and not here.
    case sent
    /// Sent, and being changed.
    case changing
    /// Sent, and nobody can open or change it from here any more.
    case finished
  }

  /// The id of the consultation.
  public var consultation: String
  /// The id of the form.
  public var form: String
  /// The version on which it was started, and to which it belongs.
  public var formVersion: Int
  /// The way it came.
  public var channel: Channel
  /// Who set up the shared tablet, when it is written on one.
  public var operatorID: String?
  /// The place of the shared tablet.
  public var batch: String?
  /// The address of the shared tablet's first page, as a digest.
  public var kiosk: String?
  /// The digest of the secret that the tablet holds for the one person in front of it.
  public var holder: String?
  /// How far it is.
  public var phase: Phase
  /// What was answered.
  public var answers: Answers
  /// When it was started.
  public var startedOn: Date
  /// When it was changed the last time.
  public var updatedOn: Date
  /// One more with each change, so that a page can tell whether it is out of date.
  public var version: Int
  /// The ids which the response will have, fixed from the start, so that sending twice is once.
  public var responseID: String
  /// The id under which it will be published.
  public var publicID: String
  /// The texts in which the respondent chose to keep what looks like a personal detail.
  public var keptDetails: [String]

  /// A new draft on a version of a form.
  public init(
    consultation: String, form: String, formVersion: Int, channel: Channel, startedOn: Date,
    responseID: String, publicID: String
  ) {
    self.consultation = consultation
    self.form = form
    self.formVersion = formVersion
    self.channel = channel
    phase = .open
    answers = Answers()
    self.startedOn = startedOn
    updatedOn = startedOn
    version = 1
    self.responseID = responseID
    self.publicID = publicID
    keptDetails = []
  }

  /// Whether it holds answers that can be read and changed here.
  public var isBeingWritten: Bool { phase == .open || phase == .changing }

  /// The draft without its answers, as it is kept after sending.
  func sent(finished: Bool) -> ResponseDraft {
    var draft = self
    draft.phase = finished ? .finished : .sent
    draft.answers = Answers()
    draft.keptDetails = []
    draft.version += 1
    return draft
  }
}
