// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PlanPackage

/// Sets of sites as lines for a terminal.
struct OptionsText {
  private let findings: OptionsFindings

  init(_ findings: OptionsFindings) { self.findings = findings }

  /// One set in full.
  func show(_ outcome: ConfigurationOutcome) {
    let model = findings.model
    Terminal.print("\(name(outcome)): \(outcome.journeys), \(outcome.series)")
    Terminal.print("  mean journey      \(number(outcome.meanMinutes, 2)) minutes")
    Terminal.print(
      "  longest journey   "
        + (outcome.longestMinutes.isFinite
          ? "\(number(outcome.longestMinutes, 1)) minutes, from \(outcome.worstArea)"
          : "no open site can be reached from \(outcome.worstArea)"))
    for within in outcome.within {
      Terminal.print(
        "  within \(number(within.minutes, 0)) minutes \(number(within.share * 100, 2))%")
    }
    if let benefit = outcome.benefitPerHundred {
      Terminal.print("  extra good outcomes of 100 treated  \(number(benefit, 3))")
    }
    if let displaced = outcome.displaced {
      Terminal.print("  residents who change hospital  \(number(displaced, 0)) a year")
    }
    for site in outcome.candidates {
      var line = "  \(model.site(site.id)?.name ?? site.id): \(number(site.volume, 0)) a year"
      if site.neighbours > 0 { line += ", \(number(site.neighbours, 0)) of them neighbours" }
      if let beds = site.beds { line += ", \(number(beds, 0)) beds" }
      if let nurses = site.nurses { line += ", \(number(nurses, 1)) nurses" }
      Terminal.print(line)
    }
    for standard in model.standards {
      let check = StandardCheck(standard, outcome, model)
      guard check.isKnown else { continue }
      var line = "  \(check.isMet ? "met" : "MISSED")  \(standard.row.label)"
      if let limit = check.limitThatWouldDo, limit.isFinite {
        line += " (would be met at \(number(limit, 1)))"
      }
      Terminal.print(line)
    }
  }

  /// One set in a line.
  func line(_ outcome: ConfigurationOutcome) -> String {
    let set = findings.elimination?.set(outcome.open)
    let mean = number(outcome.meanMinutes, 2)
    let padded = String(repeating: " ", count: max(0, 7 - mean.count)) + mean
    var line = "\(padded)  \(number(outcome.longestMinutes, 0))  "
    line += outcome.candidates.map { number($0.volume, 0) }.joined(separator: "/")
    line += "  \(name(outcome))"
    if let hurdle = set?.removedBy { line += "  [falls at \(hurdle)]" }
    return line
  }

  func name(_ outcome: ConfigurationOutcome) -> String {
    let sites = outcome.open.joined(separator: ", ")
    return findings.model.named(outcome.open).map { "\($0.name) (\(sites))" } ?? sites
  }

  func number(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? String(format: "%.\(decimals)f", value) : "no route"
  }
}
