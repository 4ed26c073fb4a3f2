// SPDX-License-Identifier: Apache-2.0

/// Something that shows a figure: a page, a picture or a paper.
public struct Use: Hashable, Comparable, Sendable {
  /// What kind of thing shows the figure.
  public enum Kind: String, Comparable, Sendable {
    case page, picture, paper

    /// Orders by the value that each stands for.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// What kind of thing shows the figure.
  public let kind: Kind
  /// The address of the page or picture within the plan's site.
  public let path: String
  /// The title for a reader.
  public let title: String

  /// Describes a use.
  public init(kind: Kind, path: String, title: String) {
    self.kind = kind
    self.path = path
    self.title = title
  }

  /// Orders by the value that each stands for.
  public static func < (left: Use, right: Use) -> Bool {
    (left.kind, left.path) < (right.kind, right.path)
  }
}

/// All the facts of an assessment and the links between them.
///
/// Invariants: ids are unique, every input exists, every cited source exists, and no fact is
/// worked out from itself, however indirectly.
public struct FactGraph: Sendable {
  /// The facts in order of id.
  public let facts: [Fact]
  /// The sources in order of id.
  public let sources: [Source]
  private let factIndex: [FactID: Int]
  private let sourceIndex: [String: Int]
  private let dependents: [FactID: [FactID]]
  private var usesByFact: [FactID: [Use]] = [:]

  /// Checks the facts and links them.
  ///
  /// - Throws: `FactGraphError` with every problem found, or with the first cycle.
  public init(facts: [Fact], sources: [Source]) throws(FactGraphError) {
    let facts = facts.sorted { $0.id < $1.id }
    let sources = sources.sorted { $0.id < $1.id }
    let factIndex = Dictionary(
      facts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sourceIndex = Dictionary(
      sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [FactGraphError.Problem] = []
    for (fact, next) in zip(facts, facts.dropFirst()) where fact.id == next.id {
      problems.append(.duplicateFact(fact.id))
    }
    for fact in facts {
      for input in fact.inputs where factIndex[input] == nil {
        problems.append(.unknownInput(input, of: fact.id))
      }
      for citation in fact.citations where sourceIndex[citation.source] == nil {
        problems.append(.unknownSource(citation.source, of: fact.id))
      }
    }
    guard problems.isEmpty else { throw FactGraphError(problems: problems) }
    if let cycle = FactGraph.cycle(in: facts.map { ($0.id, $0.inputs) }) {
      throw FactGraphError(problems: [.cycle(cycle)])
    }
    var dependents: [FactID: [FactID]] = [:]
    for fact in facts {
      for input in Set(fact.inputs) { dependents[input, default: []].append(fact.id) }
    }
    self.facts = facts
    self.sources = sources
    self.factIndex = factIndex
    self.sourceIndex = sourceIndex
    self.dependents = dependents
  }

  /// The fact with an id, or nil.
  public subscript(id: FactID) -> Fact? { factIndex[id].map { facts[$0] } }

  /// The source with an id, or nil.
  public func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }

  /// Records that a page, picture or paper shows a fact.
  public mutating func record(_ use: Use, of id: FactID) {
    guard !usesByFact[id, default: []].contains(use) else { return }
    usesByFact[id, default: []].append(use)
  }

  /// The facts that are worked out directly from this one, in order of id.
  public func dependents(of id: FactID) -> [Fact] {
    (dependents[id] ?? []).sorted().compactMap { self[$0] }
  }

  /// Every fact that would change with this one, nearest first, each once.
  public func allDependents(of id: FactID) -> [Fact] {
    var found: [Fact] = []
    var seen: Set<FactID> = [id]
    var frontier = [id]
    while !frontier.isEmpty {
      let next = frontier.flatMap { dependents(of: $0) }.filter { seen.insert($0.id).inserted }
      found += next
      frontier = next.map(\.id)
    }
    return found
  }

  /// The pages, pictures and papers that show this fact itself, in a fixed order.
  public func uses(of id: FactID) -> [Use] { (usesByFact[id] ?? []).sorted() }

  /// The other facts that claim to measure the same thing, in order of id.
  public func rivals(of fact: Fact) -> [Fact] {
    facts.filter { $0.measure == fact.measure && $0.id != fact.id }
  }

  /// The stated facts printed in a source.
  public func facts(statedIn source: String) -> [Fact] {
    facts.filter { fact in fact.citations.contains { $0.source == source } }
  }

  /// A loop among named things and what each one needs, or nil if there is none.
  ///
  /// Depth-first search with an explicit stack, so that a long chain cannot exhaust the
  /// program's own. The loop is given in order, its first member repeated at the end.
  /// - Complexity: O(nodes + edges).
  public static func cycle(in needs: [(id: FactID, inputs: [FactID])]) -> [FactID]? {
    let inputs = Dictionary(needs.map { ($0.id, $0.inputs) }, uniquingKeysWith: { a, _ in a })
    var finished: Set<FactID> = []
    for (start, _) in needs where !finished.contains(start) {
      var path: [(id: FactID, next: Int)] = [(start, 0)]
      var onPath: Set<FactID> = [start]
      while let (id, next) = path.last {
        let wanted = inputs[id] ?? []
        guard next < wanted.count else {
          finished.insert(id)
          onPath.remove(id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let input = wanted[next]
        if onPath.contains(input) {
          let from = path.firstIndex { $0.id == input } ?? 0
          return path[from...].map(\.id) + [input]
        }
        guard !finished.contains(input) else { continue }
        path.append((input, 0))
        onPath.insert(input)
      }
    }
    return nil
  }
}

/// Why a set of facts is not a graph.
public struct FactGraphError: Error, Hashable, Sendable {
  /// One thing that is wrong.
  public enum Problem: Hashable, Sendable {
    case duplicateFact(FactID)
    case unknownInput(FactID, of: FactID)
    case unknownSource(String, of: FactID)
    /// The facts of a loop in order, the first one repeated at the end.
    case cycle([FactID])

    /// The problem as a sentence.
    public var plainEnglish: String {
      switch self {
      case .duplicateFact(let id): "two facts have the id “\(id)”; ids must be unique"
      case .unknownInput(let input, let fact):
        "“\(fact)” is worked out from “\(input)”, which does not exist"
      case .unknownSource(let source, let fact):
        "“\(fact)” cites the source “\(source)”, which does not exist"
      case .cycle(let loop):
        "these facts are worked out from each other in a circle: "
          + loop.map(\.rawValue).joined(separator: " → ")
      }
    }
  }

  /// Everything that is wrong.
  public let problems: [Problem]
}
