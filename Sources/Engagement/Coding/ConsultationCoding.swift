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
  public let id: String
  public let drawnOn: Date
  public let drawnBy: String
  public let seed: UInt64
  public let comments: [CommentID]
  public internal(set) var secondCoder: String?
  public internal(set) var second: [CommentID: Set<String>] = [:]
  public internal(set) var finishedOn: Date?
  /// The first coding as it was when the second coder was done.
  public internal(set) var first: [CommentID: Set<String>] = [:]
  public internal(set) var resolutions: [CommentID: Resolution] = [:]

  /// What two coders agreed in the end.
  public struct Resolution: Sendable, Equatable {
    public let codes: [String]
    public let by: String
    public let on: Date
    public let reason: String
  }

  /// Whether the second coder still works on it.
  public var isOpen: Bool { finishedOn == nil }
}

/// The code frame and the coded comments of one consultation.
public struct ConsultationCoding: Sendable, Equatable {
  public internal(set) var frame = CodeFrame()
  public internal(set) var comments: [CommentID: CommentCoding] = [:]
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
