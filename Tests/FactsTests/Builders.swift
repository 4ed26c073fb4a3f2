// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Testing

/// An id, or a failed test when it is not well formed.
func id(_ text: String) throws -> FactID { try #require(FactID(text)) }

/// A plain decimal number, or a failed test.
func decimal(_ text: String) throws -> Decimal { try #require(Decimal(string: text)) }

/// A figure as printed.
func quantity(
  _ text: String, _ unit: String = "patients", priceBase: String? = nil
) throws -> Quantity {
  try #require(Quantity(printed: text, unit: Unit(unit), priceBase: priceBase))
}

func citation(
  _ source: String = "paper", quotation: String = "", qualifier: Qualifier = .exactly
) -> Citation {
  Citation(source: source, locator: "page 1", quotation: quotation, qualifier: qualifier)
}

/// A figure printed in one paper, true in 2016-17.
func stated(
  _ name: String, _ value: String = "10", _ unit: String = "patients", measure: String? = nil,
  label: String? = nil, qualifier: Qualifier = .exactly, period: String = "2016-17",
  priceBase: String? = "cash", citations: [Citation] = [citation()]
) throws -> Fact {
  let unit = Unit(unit)
  return Fact(
    id: try id(name), measure: measure ?? name, label: label ?? name,
    quantity: try quantity(value, unit.name, priceBase: unit.isMoney ? priceBase : nil),
    qualifier: qualifier, period: Period(period), basis: .outturn, scope: "Our area",
    origin: .stated(citations), confidence: .read)
}

/// A figure worked out from others.
func derived(
  _ name: String, from inputs: [String], _ value: String = "10", measure: String? = nil,
  period: String = "2016-17"
) throws -> Fact {
  let rule = inputs.map { "{\($0)}" }.joined(separator: " + ")
  return Fact(
    id: try id(name), measure: measure ?? name, label: name, quantity: try quantity(value),
    period: Period(period), basis: .modelled, scope: "Our area",
    origin: .derived(Derivation(rule: rule, inputs: try inputs.map(id), method: "formula")))
}

func source(_ id: String = "paper", title: String = "The paper") -> Source {
  Source(
    id: id, title: title, publisher: "The board", published: Period("2017-04-24"), kind: "paper",
    licence: "", address: "", note: "")
}

func graph(_ facts: Fact..., sources: [Source] = [source()]) throws -> FactGraph {
  try FactGraph(facts: facts, sources: sources)
}

/// A check that one figure follows from others.
func relation(
  _ kind: Relation.Kind, _ fact: String, _ formula: String, years: Int? = nil
) throws -> Relation {
  Relation(
    id: "check", kind: kind, fact: try id(fact), formula: try Formula(formula), years: years,
    note: "", place: .init(file: "relations.csv", row: 2))
}

/// The findings of one rule, on 14 December 2017, after any further preparation.
func findings(
  _ rule: String, _ facts: [Fact] = [], sources: [Source] = [source()],
  prepare: (inout LintInput) throws -> Void = { _ in }
) throws -> [Finding] {
  let graph = try FactGraph(facts: facts, sources: sources)
  var input = LintInput(graph: graph, asOf: try #require(Day(iso: "2017-12-14")))
  try prepare(&input)
  return Linter.findings(in: input).filter { $0.rule == rule }
}
