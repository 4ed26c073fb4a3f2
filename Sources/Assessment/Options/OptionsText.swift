// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Sets of sites as lines for a terminal.
public struct OptionsText {
  private let findings: OptionsFindings

  /// Puts sets of sites of a service into lines.
  public init(_ findings: OptionsFindings) { self.findings = findings }

  /// One set in full.
  public func lines(_ outcome: ConfigurationOutcome) -> [String] {
    ["\(name(outcome)): \(outcome.journeys), \(outcome.series)"]
      + (journeys(outcome) + units(outcome) + standards(outcome)).map { "  " + $0 }
  }

  private func journeys(_ outcome: ConfigurationOutcome) -> [String] {
    var lines = [
      "mean journey      \(number(outcome.meanMinutes, 2)) minutes",
      "nine of ten within \(number(outcome.ninetiethPercentile, 1)) minutes",
      "longest journey   "
        + (outcome.longestMinutes.isFinite
          ? "\(number(outcome.longestMinutes, 1)) minutes, from \(outcome.worstArea)"
          : "no open site can be reached from \(outcome.worstArea)"),
    ]
    lines += outcome.within.map {
      "within \(number($0.minutes, 0)) minutes \(number($0.share * 100, 2))%"
    }
    if let benefit = outcome.benefitPerHundred {
      lines.append("extra good outcomes of 100 treated  \(number(benefit, 3))")
    }
    if let displaced = outcome.displaced {
      lines.append("residents who change hospital  \(number(displaced, 0)) a year")
    }
    return lines
  }

  private func units(_ outcome: ConfigurationOutcome) -> [String] {
    outcome.candidates.map { site in
      var line = findings.model.site(site.id)?.name ?? site.id
      line += ": \(number(site.volume, 0)) a year"
      if site.neighbours > 0 { line += ", \(number(site.neighbours, 0)) of them neighbours" }
      if let beds = site.beds { line += ", \(number(beds, 0)) beds" }
      if let nurses = site.nurses { line += ", \(number(nurses, 1)) nurses" }
      return line
    }
  }

  private func standards(_ outcome: ConfigurationOutcome) -> [String] {
    findings.model.standards.map { standard in
      let check = StandardCheck(standard, outcome, findings.model)
      var line = "\(check.isMet ? "met" : "MISSED")  \(standard.row.label)"
      if let limit = check.limitThatWouldDo { line += " (would be met at \(number(limit, 1)))" }
      return line
    }
  }

  /// One set in a line.
  public func line(_ outcome: ConfigurationOutcome) -> String {
    let set = findings.elimination?.set(outcome.open)
    let mean = number(outcome.meanMinutes, 2)
    let padded = String(repeating: " ", count: max(0, 7 - mean.count)) + mean
    var line = "\(padded)  \(number(outcome.longestMinutes, 0))  "
    line += outcome.candidates.map { number($0.volume, 0) }.joined(separator: "/")
    line += "  \(name(outcome))"
    if let hurdle = set?.removedBy { line += "  [falls at \(hurdle)]" }
    return line
  }

  private func name(_ outcome: ConfigurationOutcome) -> String {
    let sites = outcome.open.joined(separator: ", ")
    return findings.model.named(outcome.open).map { "\($0.name) (\(sites))" } ?? sites
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "no route" }
    return Quantity(computed: value, decimals: decimals, unit: Unit("")).tableText
  }
}
