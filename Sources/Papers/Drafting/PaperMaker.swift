// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Facts
import Foundation
public import Ledger
public import PlanPackage
public import Programme

/// Drafts papers from a plan, its facts and a record.
///
/// A paper depends on nothing else: not on the clock, nor on what was recorded after its anchor.
public struct PaperMaker: Sendable {
  private let plan: Plan
  private let programme: ProgrammePlan
  private let graph: FactGraph

  /// Works from a plan and the facts that it comes to.
  public init(plan: Plan, graph: FactGraph) {
    self.plan = plan
    self.graph = graph
    programme = ProgrammePlan(plan)
  }

  /// The workstreams that a paper can be about.
  public var workstreams: [NamedThing] { programme.workstreams }

  /// Drafts a paper.
  ///
  /// - Throws: `PaperProblem` when the order cannot be met, and what reading the record throws.
  public func paper(_ order: PaperOrder, from data: DataFolder?) throws -> Paper {
    let workstream = try workstream(order)
    if let since = order.since, order.day <= since { throw PaperProblem.sinceIsNotBefore(since) }
    let anchor = try data.map { try order.anchor ?? Self.anchor(order.day, $0.ledger) }
    let now = source(order, order.day, workstream, data, anchor)
    let (since, followsPaper) = try Self.since(order, now.record)
    let then = source(
      order, since, workstream, data, try data.map { try Self.anchor(since, $0.ledger) })
    var paper = Paper(
      kind: order.kind, title: order.kind.label + (workstream.map { ": \($0.name)" } ?? ""),
      plan: plan.metadata.title, day: order.day, since: since, chapters: try chapters(now))
    paper.workstream = workstream?.name
    paper.followsPaper = followsPaper
    paper.isFinal = order.isFinal
    paper.isSynthetic = plan.metadata.isSynthetic || (data?.isSynthetic ?? false)
    paper.anchor = anchor
    let changes = PaperChanges(from: try chapters(then), on: since, to: paper.chapters)
    if order.kind == .scrutiny {
      // Councillors read the case first; what is new since their last meeting follows it.
      paper.chapters.append(changes.chapter(paper))
    } else {
      paper.chapters.insert(
        contentsOf: [PaperFrontPage.chapter(paper), changes.chapter(paper)], at: 0)
    }
    return paper
  }

  /// Draws a paper as it is issued.
  ///
  /// - Throws: as `paper`.
  public func drawn(_ order: PaperOrder, from data: DataFolder) throws -> DrawnPaper {
    let paper = try paper(order, from: data)
    return DrawnPaper(
      html: PaperHTML(paper).file(), since: paper.since,
      anchor: paper.anchor ?? Anchor(sequence: 0, digest: String(repeating: "0", count: 64)))
  }

  private func workstream(_ order: PaperOrder) throws -> WorkstreamRow? {
    guard let id = order.workstream else {
      if order.kind.needsWorkstream {
        throw PaperProblem.workstreamIsMissing(plan.workstreams.map(\.id))
      }
      return nil
    }
    guard let row = plan.workstreams.first(where: { $0.id == id }) else {
      throw PaperProblem.noSuchWorkstream(id, plan.workstreams.map(\.id))
    }
    return row
  }

  private func source(
    _ order: PaperOrder, _ day: CivilDay, _ workstream: WorkstreamRow?, _ data: DataFolder?,
    _ anchor: Anchor?
  ) -> PaperSource {
    var record: PaperRecord?
    if let data, let anchor { record = PaperRecord(data.ledger, anchor: anchor) }
    return PaperSource(
      plan: plan, programme: programme, graph: graph, record: record, day: day, kind: order.kind,
      workstream: workstream)
  }

  private func chapters(_ source: PaperSource) throws -> [PaperChapter] {
    try PaperContents.sections(of: source.kind).compactMap { try $0.chapter(source) }
      .filter { !$0.isEmpty }
  }

  private static func anchor(_ day: CivilDay, _ ledger: Ledger) throws(LedgerError) -> Anchor {
    let end = LondonTime.moment(day.adding(1), minutes: 0).addingTimeInterval(-0.001)
    return try ledger.anchor(asOf: end)
  }

  /// The day to compare with: as ordered, that of the last paper issued, or a month before.
  private static func since(
    _ order: PaperOrder, _ record: PaperRecord?
  ) throws -> (day: CivilDay, followsPaper: Bool) {
    let last = try record?.state(PaperState.self)
      .latest(order.kind, workstream: order.workstream, before: order.day)?.paper.day
    if let since = order.since { return (since, since == last) }
    if let last { return (last, true) }
    return (order.day.monthBefore, false)
  }
}

extension CivilDay {
  /// The same day of the month before, or its last day when it is shorter; the last day of a month
  /// gives the last day of the month before.
  public var monthBefore: CivilDay {
    let (year, month, day) = parts
    let isLast = adding(1).parts.month != month
    let (before, first) = month == 1 ? (12, year - 1) : (month - 1, year)
    for candidate in stride(from: isLast ? 31 : day, through: 28, by: -1) {
      if let found = CivilDay(year: first, month: before, day: candidate) { return found }
    }
    return CivilDay(year: first, month: before, day: min(day, 28)) ?? adding(-30)
  }
}

/// Why a paper cannot be drafted.
public enum PaperProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of paper is about one workstream, and none was named.
  case workstreamIsMissing([String])
  /// The plan has no such workstream.
  case noSuchWorkstream(String, [String])
  /// The day to compare with is not before the day of the paper.
  case sinceIsNotBefore(CivilDay)

  /// The problem in words for its reader.
  public var description: String {
    switch self {
    case .workstreamIsMissing(let known):
      "A highlight report is about one workstream. Name one of: \(known.joined(separator: ", "))."
    case .noSuchWorkstream(let found, let known):
      "The plan has no workstream “\(found)”. Name one of: \(known.joined(separator: ", "))."
    case .sinceIsNotBefore(let day):
      "The day to compare with, \(day.text), is not before the day of the paper. Give an earlier one."
    }
  }
}
