// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Facts
import Foundation
public import Ledger
public import PlanPackage
public import Programme

/// What the sections of a paper draw on: the plan, its facts, and the record up to a day.
public struct PaperSource: Sendable {
  /// The plan.
  public let plan: Plan
  /// What the plan defines of the programme.
  public let programme: ProgrammePlan
  /// The facts of the plan, as it was worked out.
  public let graph: FactGraph
  /// What happened; nil without a data folder.
  public let record: PaperRecord?
  /// The last day that is taken into account.
  public let day: CivilDay
  /// The kind of paper.
  public let kind: PaperKind
  /// The workstream that the paper is about, when it is about one.
  public let workstream: WorkstreamRow?

  /// The most entries or inputs that a figure lists one by one.
  static let mostListed = 12

  /// The name of a workstream.
  func workstreamName(_ id: String) -> String {
    programme.workstreams.first { $0.id == id }?.name ?? id
  }

  /// Whether a document was public by the day of the paper; a period counts from its first day.
  public func isPublic(_ source: String) -> Bool {
    guard let published = graph.source(source)?.published else { return true }
    return published.firstDay.number <= day.number
  }

  /// Whether a fact of the plan could be known by the day of the paper: it is printed in a document
  /// that was public, or worked out from facts that could be known.
  public func isKnown(_ fact: Fact) -> Bool {
    var seen: Set<FactID> = []
    var waiting = [fact]
    while let next = waiting.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      guard next.isDerived else {
        guard next.citations.contains(where: { isPublic($0.source) }) else { return false }
        continue
      }
      waiting += next.inputs.compactMap { graph[$0] }
    }
    return true
  }

  /// The figure of a fact of the plan, or nil when there is none or nobody could know it yet.
  public func figure(_ id: String) -> PaperFigure? {
    guard let name = FactID(id), let fact = graph[name], isKnown(fact) else { return nil }
    return PaperFigure(paperFact(fact), as: fact.figureText)
  }

  /// A fact of the plan with its source, or its rule and what that used, however deep.
  func paperFact(_ fact: Fact) -> PaperFact {
    var evidence = PaperEvidence()
    evidence.planFact = fact.id
    // A figure that this site works out may rest on data of later years; these are named all the same.
    let known = fact.citations.filter { isPublic($0.source) }
    evidence.quotations = (known.isEmpty ? fact.citations : known).compactMap(quotation)
    if case .derived(let derivation) = fact.origin {
      evidence.rule = derivation.rule
      let inputs = derivation.inputs.compactMap { graph[$0] }
      evidence.inputs = inputs.prefix(Self.mostListed).map(paperFact)
      evidence.furtherInputs = max(0, inputs.count - Self.mostListed)
    }
    let period = fact.period.map { ", \($0.plainEnglish)" } ?? ""
    return PaperFact(
      id: fact.id.rawValue, label: fact.label + period + " (\(fact.basis.plainEnglish))",
      value: .number(fact.quantity), evidence: evidence)
  }

  private func quotation(_ citation: Citation) -> PaperQuotation? {
    quotation(citation.source, locator: citation.locator, words: citation.quotation)
  }

  /// A place in a document of the plan.
  public func quotation(_ source: String, locator: String, words: String) -> PaperQuotation? {
    graph.source(source).map {
      PaperQuotation(
        title: $0.title, publisher: $0.publisher, kind: $0.kind, locator: locator, words: words,
        address: $0.address)
    }
  }

  /// A fact worked out from the record, by entries and a rule in words.
  ///
  /// The name must be the same at every day, so that papers can be compared. Entries numbered 0 or
  /// missing stand for what the plan says; `place` is where it says so.
  public func recorded(
    _ id: String, _ label: String, _ value: PaperValue, rule: String, entries: [Int64?],
    place: String? = nil, inputs: [PaperFact] = []
  ) -> PaperFact {
    var evidence = PaperEvidence(rule: rule)
    let known = Set(entries.compactMap(\.self).filter { $0 > 0 }).sorted()
    evidence.entries = known.suffix(Self.mostListed).compactMap { record?.entry($0) }
    evidence.furtherEntries = max(0, known.count - Self.mostListed)
    evidence.inputs = Array(inputs.prefix(Self.mostListed))
    evidence.furtherInputs = max(0, inputs.count - Self.mostListed)
    // Where nothing was recorded, the plan speaks; its place is said.
    if known.isEmpty { evidence.place = place }
    return PaperFact(id: "record." + id, label: label, value: value, evidence: evidence)
  }

  /// A fact counted from entries of the record that were read already.
  public func counted(
    _ id: String, _ label: String, _ things: String, _ entries: [Entry], rule: String
  ) -> PaperFact {
    var evidence = PaperEvidence(rule: rule)
    evidence.entries = entries.suffix(Self.mostListed).map(PaperEntry.init)
    evidence.furtherEntries = max(0, entries.count - Self.mostListed)
    return PaperFact(
      id: "record." + id, label: label, value: .count(entries.count, things), evidence: evidence)
  }

  /// A fact of the plan that is no figure of `facts.csv`: counted or read from another of its
  /// tables.
  public func planned(
    _ id: String, _ label: String, _ value: PaperValue, rule: String, place: String,
    quotations: [PaperQuotation] = [], inputs: [PaperFact] = []
  ) -> PaperFact {
    var evidence = PaperEvidence(rule: rule)
    evidence.place = place
    evidence.quotations = quotations
    evidence.inputs = inputs
    return PaperFact(id: "plan." + id, label: label, value: value, evidence: evidence)
  }
}
