// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts

/// The figure: a number that can be asked where it comes from.
///
/// The one way in which a number is shown, in prose, in tables and beside pictures.
struct Figure {
  private let graph: FactGraph
  /// The plan as it stands, when a scenario is shown.
  private let central: FactGraph?
  private let disputed: Set<FactID>

  init(_ assessment: Assessment, central: Assessment?) {
    graph = assessment.graph
    self.central = central?.graph
    disputed = Set(
      assessment.findings.filter { ["sources-differ", "mismatch", "total"].contains($0.rule) }
        .flatMap { $0.rule == "sources-differ" ? $0.facts : Array($0.facts.prefix(1)) })
  }

  /// The figure with its unit, as in a sentence.
  func html(_ id: FactID, isTagged: Bool = true) -> String {
    guard let fact = graph[id] else { return HTML.escape(id.rawValue) }
    return link(fact, HTML.escape(fact.figureText)) + (isTagged ? tags(fact) : "")
  }

  /// The number alone, as in a table whose header has the unit.
  func number(_ id: FactID) -> String {
    guard let fact = graph[id] else { return HTML.escape(id.rawValue) }
    return link(fact, HTML.escape(fact.quantity.tableText)) + tags(fact)
  }

  private func link(_ fact: Fact, _ text: String) -> String {
    let label = HTML.escape("\(fact.figureText): \(fact.label)")
    return "<a class=\"fact\" href=\"/facts/\(fact.id)\" title=\"\(label)\">\(text)</a>"
  }

  private func tags(_ fact: Fact) -> String {
    var tags = ""
    if disputed.contains(fact.id) {
      tags += " <span class=\"tag\">sources differ</span>"
    }
    if let before = central?[fact.id], before.quantity != fact.quantity {
      tags += " <span class=\"tag changed\">was \(HTML.escape(before.figureText))</span>"
    } else if central != nil, central?[fact.id] == nil {
      tags += " <span class=\"tag changed\">new</span>"
    }
    return tags
  }
}
