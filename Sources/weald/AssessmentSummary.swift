// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// An assessment on one screen of a terminal.
struct AssessmentSummary {
  let lines: [String]

  init(_ assessment: Assessment) {
    let about = assessment.plan.metadata
    let stated = assessment.graph.facts.filter { !$0.isDerived }.count
    let derived = assessment.graph.facts.count - stated
    var lines = [
      about.title + (about.status == "draft" ? " (draft)" : ""),
      "\(assessment.graph.facts.count) figures: \(stated) stated by "
        + "\(assessment.graph.sources.count) sources, \(derived) worked out.",
    ]
    if about.isSynthetic { lines.append("Synthetic: every figure is made up by a program.") }
    if let scenario = assessment.plan.scenario {
      lines.append("Scenario: \(scenario.title). \(scenario.reason)")
    }
    lines += AssessmentSummary.findings(assessment)
    lines += AssessmentSummary.money(assessment)
    lines += [
      "",
      "weald explain PLAN FACT shows where a figure comes from; weald serve PLAN opens the site.",
    ]
    self.lines = lines
  }

  private static func findings(_ assessment: Assessment) -> [String] {
    let counts = Finding.Severity.allCases.map { severity in
      let found = assessment.findings.filter { $0.severity == severity }
      let open = found.filter { $0.acknowledgement == nil }.count
      return "\(found.count) \(severity.rawValue)s (\(open) not acknowledged)"
    }
    return ["Findings: " + counts.joined(separator: ", ") + "."]
  }

  private static func money(_ assessment: Assessment) -> [String] {
    guard let finance = assessment.finance else { return [] }
    var lines = ["", "Gap if nothing is done, worked out by this plan's model:"]
    for (year, id) in zip(finance.years, finance.systemGap) {
      guard let fact = assessment.graph[id] else { continue }
      lines.append("  \(Period.financialYear(year))  \(fact.figureText)")
    }
    if let id = finance.publishedGap, let fact = assessment.graph[id] {
      lines.append("  published: \(fact.figureText) for \(fact.period?.plainEnglish ?? "")")
    }
    if let id = finance.doSomethingGap, let fact = assessment.graph[id] {
      lines.append("  once the schemes are in: \(fact.figureText)")
    }
    lines.append("  " + finance.transferStatement)
    return lines
  }
}
