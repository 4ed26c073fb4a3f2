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
    /// A figure that claims to measure the same thing; explained on its own page.
    case rival(Fact)
    /// A check that worked the same figure out another way.
    case check(Explanation)
  }

  public let fact: Fact
  public let branches: [Branch]
}

extension FactGraph {
  /// The tree of a fact down to its sources, or nil for an unknown id.
  ///
  /// A fact that is used twice is explained once. Other facts with the same measure follow at
  /// the top of the tree: a derived one with its own working, so that a reader sees claim and
  /// check side by side; a stated one as a pointer.
  public func explain(_ id: FactID) -> Explanation? {
    guard let fact = self[id] else { return nil }
    var seen: Set<FactID> = [id]
    var branches = tree(of: fact, seen: &seen).branches
    let rivals = rivals(of: fact)
    for rival in rivals where !rival.isDerived { branches.append(.rival(rival)) }
    for rival in rivals where rival.isDerived && !fact.isDerived {
      if seen.insert(rival.id).inserted { branches.append(.check(tree(of: rival, seen: &seen))) }
    }
    return Explanation(fact: fact, branches: branches)
  }

  private func tree(of fact: Fact, seen: inout Set<FactID>) -> Explanation {
    var branches: [Explanation.Branch] = []
    for citation in fact.citations {
      if let source = source(citation.source) { branches.append(.source(source, citation)) }
    }
    for id in fact.inputs {
      guard let input = self[id] else { continue }
      if seen.insert(id).inserted {
        branches.append(.input(tree(of: input, seen: &seen)))
      } else {
        branches.append(.seen(input))
      }
    }
    return Explanation(fact: fact, branches: branches)
  }
}

extension Explanation {
  /// The tree as lines of text with box-drawing branches, for a terminal.
  public var lines: [String] {
    var lines = [Explanation.headline(fact)]
    append(to: &lines, indent: "")
    return lines
  }

  private func append(to lines: inout [String], indent: String) {
    var items: [(text: String, inner: Explanation?)] = []
    if case .derived(let derivation) = fact.origin {
      items.append(("rule (\(derivation.method)): \(derivation.rule)", nil))
    }
    for branch in branches {
      switch branch {
      case .source(let source, let citation):
        items.append((Explanation.text(of: source, citation), nil))
      case .input(let inner): items.append((Explanation.headline(inner.fact), inner))
      case .seen(let fact):
        items.append((Explanation.headline(fact) + " (explained above)", nil))
      case .rival(let fact): items.append(("but see: " + Explanation.headline(fact), nil))
      case .check(let inner):
        items.append(("worked out another way: " + Explanation.headline(inner.fact), inner))
      }
    }
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      lines.append(indent + (isLast ? "└─ " : "├─ ") + item.text)
      item.inner?.append(to: &lines, indent: indent + (isLast ? "   " : "│  "))
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
