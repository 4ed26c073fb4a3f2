// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// What one comment was given.
public struct CommentCoding: Sendable, Equatable {
  /// Codes, each with the account that gave it.
  public internal(set) var codes: [String: String] = [:]
  /// Where the comment stands as a whole.
  public internal(set) var stance: Stance?
  /// Where it stands on single codes, when that was said.
  public internal(set) var stanceByCode: [String: Stance] = [:]
  /// Codes that were split after the comment had them, until it gets one of the new ones.
  public internal(set) var toRecode: Set<String> = []
  /// The accounts that have read it; to code is to read.
  public internal(set) var readBy: Set<String> = []

  /// Where it stands on a code: what was said of the code, else of the comment.
  public func stance(on codes: [String]) -> Stance? {
    for code in codes { if let stance = stanceByCode[code] { return stance } }
    return stance
  }
}

/// A sample for a second coder.
public struct CodingSample: Sendable, Equatable {
  /// The permanent id.
  public let id: String
  /// When it was drawn.
  public let drawnOn: Date
  /// The account that drew it.
  public let drawnBy: String
  /// The same seed gives the same.
  public let seed: UInt64
  /// The comments.
  public let comments: [CommentID]
  /// The account that codes it a second time, once somebody took it.
  public internal(set) var secondCoder: String?
  /// What the second coder gave, by comment.
  public internal(set) var second: [CommentID: Set<String>] = [:]
  /// When the second coder was done.
  public internal(set) var finishedOn: Date?
  /// The first coding as it was when the second coder was done.
  public internal(set) var first: [CommentID: Set<String>] = [:]
  /// How differences were settled, by comment.
  public internal(set) var resolutions: [CommentID: Resolution] = [:]

  /// What two coders agreed in the end.
  public struct Resolution: Sendable, Equatable {
    /// The codes, by id.
    public let codes: [String]
    /// The account that did it.
    public let by: String
    /// When it happened.
    public let on: Date
    /// Why.
    public let reason: String
  }

  /// Whether the second coder still works on it.
  public var isOpen: Bool { finishedOn == nil }
}

/// The code frame and the coded comments of one consultation.
public struct ConsultationCoding: Sendable, Equatable {
  /// The code frame.
  public internal(set) var frame = CodeFrame()
  /// The comments.
  public internal(set) var comments: [CommentID: CommentCoding] = [:]
  /// The samples for a second coder.
  public internal(set) var samples: [CodingSample] = []
  /// Comments that changed, the latest last; an index goes on from where it was.
  public internal(set) var touched: [CommentID] = []

  /// A consultation of which nothing is coded.
  public init() {}

  /// What a comment was given.
  public func coding(_ comment: CommentID) -> CommentCoding {
    comments[comment] ?? CommentCoding()
  }

  /// A sample by its id.
  public func sample(_ id: String) -> CodingSample? { samples.first { $0.id == id } }

  /// The samples that a person still has to code.
  public func openSamples(of person: String) -> [CodingSample] {
    samples.filter { $0.isOpen && $0.secondCoder == person }
  }

  mutating func change(_ comment: CommentID, _ body: (inout CommentCoding) -> Void) {
    body(&comments[comment, default: CommentCoding()])
    touched.append(comment)
  }

  mutating func change(sample id: String, _ body: (inout CodingSample) -> Void) {
    guard let place = samples.firstIndex(where: { $0.id == id }) else { return }
    body(&samples[place])
  }
}
