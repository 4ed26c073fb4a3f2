// SPDX-License-Identifier: Apache-2.0

/// Where a fact comes from, as a tree whose leaves are sources.
public struct Explanation: Hashable, Sendable {
  /// What a branch of the tree is.
  public enum Branch: Hashable, Sendable {
    /// A place where the figure is printed: a leaf.
    case source(Source, Citation)
    /// A figure that this one was worked out from.
    case input(Explanation)
    /// A figure already explained higher up or earlier in the tree; not repeated.
    case seen(Fact)
    /// A figure so far down that it is explained on its own page.
    case deeper(Fact)
    /// A figure that claims to measure the same thing; explained on its own page.
    case rival(Fact)
    /// A check that worked the same figure out another way.
    case check(Explanation)
  }

  /// The fact.
  public let fact: Fact
  /// What the fact rests on, and who says otherwise.
  public let branches: [Branch]
}

extension FactGraph {
  /// The tree of a fact down to its sources, or nil for an unknown id.
  ///
  /// A fact that is used twice is explained once. Other facts with the same measure follow at
  /// the top of the tree: a derived one with its own working, so that a reader sees claim and
  /// check side by side; a stated one, or another way of
  /// working out a derived one, as a pointer.
  public func explain(_ id: FactID) -> Explanation? {
    guard let fact = self[id] else { return nil }
    var seen: Set<FactID> = [id]
    var branches = tree(of: fact, seen: &seen).branches
    let rivals = rivals(of: fact)
    for rival in rivals where !rival.isDerived || fact.isDerived { branches.append(.rival(rival)) }
    for rival in rivals where rival.isDerived && !fact.isDerived {
      if seen.insert(rival.id).inserted { branches.append(.check(tree(of: rival, seen: &seen))) }
    }
    return Explanation(fact: fact, branches: branches)
  }

  /// Depth first with an explicit stack, so that a long chain cannot exhaust the program's own.
  private func tree(of fact: Fact, seen: inout Set<FactID>) -> Explanation {
    var path = [(fact: fact, next: 0, branches: sourceBranches(of: fact))]
    while true {
      let last = path.count - 1
      let inputs = path[last].fact.inputs
      guard path[last].next < inputs.count else {
        let finished = path.removeLast()
        let explanation = Explanation(fact: finished.fact, branches: finished.branches)
        guard last > 0 else { return explanation }
        path[last - 1].branches.append(.input(explanation))
        continue
      }
      let id = inputs[path[last].next]
      path[last].next += 1
      guard let input = self[id] else { continue }
      if path.count > FactGraph.deepest {
        path[last].branches.append(.deeper(input))
      } else if seen.insert(id).inserted {
        path.append((input, 0, sourceBranches(of: input)))
      } else {
        path[last].branches.append(.seen(input))
      }
    }
  }

  /// How many steps down a tree goes: more than any reader follows, and few enough for what
  /// walks it.
  private static let deepest = 60

  private func sourceBranches(of fact: Fact) -> [Explanation.Branch] {
    fact.citations.compactMap { citation in
      source(citation.source).map { .source($0, citation) }
    }
  }
}

extension Explanation {
  /// The tree as lines of text with box-drawing branches, for a terminal.
  public var lines: [String] {
    var lines = [Explanation.headline(fact)]
    var waiting = items(indent: "")
    while let item = waiting.popLast() {
      lines.append(item.indent + (item.isLast ? "└─ " : "├─ ") + item.text)
      waiting += item.inner?.items(indent: item.indent + (item.isLast ? "   " : "│  ")) ?? []
    }
    return lines
  }

  private typealias Item = (text: String, inner: Explanation?, indent: String, isLast: Bool)

  /// What hangs from this explanation, the last item first, as a stack wants it.
  private func items(indent: String) -> [Item] {
    var items: [(text: String, inner: Explanation?)] = []
    if case .derived(let derivation) = fact.origin {
      items.append(("rule (\(derivation.method)): \(derivation.rule)", nil))
    }
    items += branches.map(Explanation.item)
    return items.enumerated().reversed().map { index, item in
      (item.text, item.inner, indent, index == items.count - 1)
    }
  }

  private static func item(_ branch: Branch) -> (text: String, inner: Explanation?) {
    switch branch {
    case .source(let source, let citation): (text(of: source, citation), nil)
    case .input(let inner): (headline(inner.fact), inner)
    case .seen(let fact): (headline(fact) + " (explained above)", nil)
    case .deeper(let fact): (headline(fact) + " (explained on its own page)", nil)
    case .rival(let fact): ("but see: " + headline(fact), nil)
    case .check(let inner): ("worked out another way: " + headline(inner.fact), inner)
    }
  }

  private static func headline(_ fact: Fact) -> String {
    let period = fact.period.map { ", \($0.plainEnglish)" } ?? ""
    return "\(fact.id): \(fact.figureText)\(period) (\(fact.basis.rawValue)) \(fact.label)"
  }

  private static func text(of source: Source, _ citation: Citation) -> String {
    var text = "source \(source.id): \(source.title)"
    if let published = source.published { text += ", \(published.plainEnglish)" }
    if !citation.locator.isEmpty { text += ", \(citation.locator)" }
    if !citation.quotation.isEmpty { text += ": “\(citation.quotation)”" }
    return text
  }
}
