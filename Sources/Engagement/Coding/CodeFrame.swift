// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// The codes of one consultation, with their history.
public struct CodeFrame: Sendable, Equatable {
  /// One code as it is now.
  public struct Code: Sendable, Equatable {
    /// The permanent id.
    public let id: String
    /// The words of it, or those to look for.
    public var words: CodeWords
    /// Whether it is in use.
    public var standing: Standing
  }

  /// Whether a code can be given to comments.
  public enum Standing: Sendable, Equatable {
    case inUse
    case merged(into: String)
    case split(into: [String])
    case retired
  }

  /// One change, by whom and why.
  public struct Change: Sendable, Equatable {
    /// When it happened.
    public let on: Date
    /// The id of the account.
    public let by: String
    /// The codes, by id.
    public let codes: [String]
    /// What happened, in plain words.
    public let what: String
    /// Why.
    public let reason: String
  }

  /// Codes in the order in which they were added.
  public internal(set) var codes: [Code] = []
  /// Every change, the first first; how many there are is the version of the frame.
  public internal(set) var changes: [Change] = []

  /// The number of changes so far.
  public var version: Int { changes.count }
  /// The codes that can be given now.
  public var inUse: [Code] { codes.filter { $0.standing == .inUse } }

  /// A code by its id.
  public subscript(id: String) -> Code? { codes.first { $0.id == id } }

  /// What is on a page for a code: its title, or the id when it is not known.
  public func title(_ id: String) -> String { self[id]?.words.title ?? id }

  /// The code that a merged one leads to, or the code itself.
  public func present(_ id: String) -> String {
    var current = id
    for _ in codes {
      guard case .merged(let into)? = self[current]?.standing else { return current }
      current = into
    }
    return current
  }

  /// Codes in use with their depth, each after its parent.
  public var outline: [(code: Code, depth: Int)] {
    let known = Set(inUse.map(\.id))
    func under(_ parent: String?, _ depth: Int) -> [(code: Code, depth: Int)] {
      inUse.filter { code in
        code.words.parent.flatMap { known.contains($0) ? $0 : nil } == parent
      }.flatMap { [($0, depth)] + under($0.id, depth + 1) }
    }
    return under(nil, 0)
  }

  mutating func change(_ id: String, _ body: (inout Code) -> Void) {
    guard let place = codes.firstIndex(where: { $0.id == id }) else { return }
    body(&codes[place])
  }
}
