// SPDX-License-Identifier: Apache-2.0

import Assessment
import PatientFlow
import PlanPackage
import Simulation
import Synchronization

/// The models of patient flow of a plan, and what was worked out of them when first asked for.
///
/// What is kept never changes: a model, a seed and a number of replications always give the same.
final class FlowShelf: Sendable {
  /// The seed of every study on the pages.
  static let seed: UInt64 = 7

  /// Whether the plan has no models.
  let isEmpty: Bool
  private let assessment: Assessment
  private let reading = Mutex<Reading?>(nil)
  private let studies = Mutex<[String: FlowStudy]>([:])
  private let extras = Mutex<[String: OneMoreBed]>([:])
  private let days = Mutex<[String: FlowDay]>([:])

  /// What was read of the plan.
  private struct Reading {
    var models: [FlowModel] = []
    var variants: [String: [FlowModel]] = [:]
    var fault: String?
  }

  /// The models of an assessed plan; they are read when first asked for.
  init(_ assessment: Assessment) {
    self.assessment = assessment
    isEmpty = !FlowReading.exists(in: assessment.plan)
  }

  private var read: Reading {
    reading.withLock { kept in
      if let kept { return kept }
      let made = Self.read(assessment)
      kept = made
      return made
    }
  }

  private static func read(_ assessment: Assessment) -> Reading {
    do throws(PlanError) {
      let reading = try FlowReading(assessment)
      let variants = reading.models.map { model in
        (model.id, model.variants.compactMap { reading.model(model.id, variant: $0.id) })
      }
      return Reading(
        models: reading.models,
        variants: Dictionary(variants, uniquingKeysWith: { first, _ in first }))
    } catch {
      return Reading(fault: "\(error)")
    }
  }

  /// The models, in the order of the plan.
  var models: [FlowModel] { isEmpty ? [] : read.models }

  /// Why the models cannot be read, in words; nil when they can.
  var fault: String? { isEmpty ? nil : read.fault }

  /// The model of a name.
  func model(_ id: String) -> FlowModel? { models.first { $0.id == id } }

  /// The variants of a model, in the order of the plan.
  func variants(of model: FlowModel) -> [FlowModel] { read.variants[model.id] ?? [] }

  /// The study of a model; nil when its network cannot be run.
  func study(_ model: FlowModel) -> FlowStudy? {
    kept(model.id, studies) { try? FlowEffort.study(model, seed: Self.seed) }
  }

  /// The study of a variant of a model; nil when its network cannot be run.
  func study(_ variant: FlowModel, against base: FlowStudy) -> FlowStudy? {
    kept(variant.id + "/" + (variant.variant?.id ?? ""), studies) {
      try? FlowEffort.study(variant, against: base)
    }
  }

  /// What one more bed is worth in a model; nil when no unit of it has beds to add.
  func oneMore(_ model: FlowModel) -> OneMoreBed? {
    guard let study = study(model), let unit = FlowFindings(study).worthAdding else { return nil }
    return kept(model.id, extras) { try? OneMoreBed(study, unit: unit) }
  }

  /// The day in the middle of the first replication of a model; nil when it cannot be run.
  func day(_ model: FlowModel) -> FlowDay? {
    kept(model.id, days) {
      try? FlowDay.replay(
        model, seed: Self.seed, day: ReplicationBundle.middleDay(of: model))
    }
  }

  /// A value that is kept, or worked out now: twice when two ask at once, which gives the same.
  private func kept<Value: Sendable>(
    _ key: String, _ shelf: borrowing Mutex<[String: Value]>, make: () -> Value?
  ) -> Value? {
    if let found = shelf.withLock({ $0[key] }) { return found }
    guard let made = make() else { return nil }
    shelf.withLock { $0[key] = made }
    return made
  }
}
