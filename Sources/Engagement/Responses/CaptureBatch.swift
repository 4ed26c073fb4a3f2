// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation

/// A bundle of responses that came on paper, by telephone, by letter, and are keyed together.
public struct CaptureBatch: Codable, Sendable, Equatable {
  /// The id of the consultation.
  public var consultation: String
  /// The version of the form to which the answers belong.
  public var formVersion: Int
  /// The way it came.
  public var channel: Channel
  /// The words for it.
  public var label: String
  /// The day on which they came in.
  public var cameInOn: Date

  /// A bundle of a consultation.
  public init(
    consultation: String, formVersion: Int, channel: Channel, label: String, cameInOn: Date
  ) {
    self.consultation = consultation
    self.formVersion = formVersion
    self.channel = channel
    self.label = label
    self.cameInOn = cameInOn
  }
}

/// One response as it was keyed.
public struct KeyedPaper: Sendable {
  /// The number that stands on it, when there is one.
  public var paperNumber: String?
  /// What was answered.
  public var answers: Answers
  /// Whether the answers may be published without a name.
  public var mayPublish: Bool
  /// The random token of the page on which it was keyed.
  public var token: String

  /// A response from paper.
  public init(paperNumber: String?, answers: Answers, mayPublish: Bool, token: String) {
    self.paperNumber = paperNumber
    self.answers = answers
    self.mayPublish = mayPublish
    self.token = token
  }
}

extension Channel {
  /// The ways that staff key.
  public static let keyed: [Channel] = [.paper, .telephone, .event, .letter, .email]
}
