// SPDX-License-Identifier: Apache-2.0

/// How many replications a study runs.
public enum ReplicationCount: Hashable, Sendable {
  /// As many as the precision of the model asks for (Hoad, Robinson and Davies 2010).
  case automatic
  /// So many.
  case fixed(Int)

  /// The most that may be run of one model.
  public static let most = 1_000_000

  /// Reads `auto` or a number from 1; nil for anything else.
  public init?(_ text: String) {
    if text == "auto" {
      self = .automatic
    } else if let number = Int(text), (1...Self.most).contains(number) {
      self = .fixed(number)
    } else {
      return nil
    }
  }

  /// `auto` or the number.
  public var words: String {
    switch self {
    case .automatic: "auto"
    case .fixed(let number): "\(number)"
    }
  }

  /// The replications that are run at most.
  public func most(of model: FlowModel) -> Int {
    switch self {
    case .automatic: max(1, model.mostReplications)
    case .fixed(let number): number
    }
  }
}
