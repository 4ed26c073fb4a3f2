// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
public import PatientFlow

/// Replications of a model in rounds, until there are enough.
///
/// Results are looked at in the order of their numbers, so that the number at which it stops does not
/// depend on the rounds, on threads or on what was kept from an earlier run.
public struct ReplicationRounds: Sendable {
  /// The results so far, from replication 1 on, none missing; those beyond the number that is asked for
  /// are not among them.
  public private(set) var results: [FlowResult] = []

  private let model: FlowModel
  private let asked: ReplicationCount
  private var plan: ReplicationPlan
  private let measures: [FlowMeasure]
  /// Results that came before one of a lower number.
  private var early: [Int: FlowResult] = [:]

  /// Rounds for a model.
  public init(_ model: FlowModel, _ asked: ReplicationCount) {
    self.model = model
    self.asked = asked
    measures =
      model.deciding.isEmpty
      ? model.network.units.map { FlowMeasure($0.id, .occupied) } : model.deciding
    plan = ReplicationPlan(
      measures: measures.count, precision: model.precision, most: asked.most(of: model))
  }

  /// Whether there are enough.
  public var isDone: Bool {
    asked == .automatic ? plan.isDone : results.count >= asked.most(of: model)
  }

  /// Whether every deciding measure is as precise as the model asks for.
  public var isPrecise: Bool { plan.isPrecise }

  /// The numbers to run next; those that are there already are not among them.
  ///
  /// Empty when there are enough.
  public var next: Range<Int> {
    guard !isDone else { return 1..<1 }
    let first = results.count + 1
    switch asked {
    case .fixed(let number): return first..<(number + 1)
    case .automatic: return first..<(first + plan.next)
    }
  }

  /// Takes results, in any order.
  public mutating func add(_ more: [NumberedResult]) {
    for one in more where one.number > results.count { early[one.number] = one.result }
    while !isDone, let next = early.removeValue(forKey: results.count + 1) {
      results.append(next)
      plan.add(measures.map { $0.value(of: next, in: model) })
    }
  }
}
