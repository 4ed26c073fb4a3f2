// SPDX-License-Identifier: Apache-2.0

/// One thing that a change of a measure is put down to.
public enum DemandFactor: Sendable, Hashable {
  /// More, fewer and older people.
  case population
  /// More or fewer births.
  case births
  /// Services that are new.
  case newServices
  /// A growth factor, by its position.
  case growth(Int)
  /// A mitigator, by its position.
  case mitigator(Int)
}

extension DemandInputs {
  /// Everything that a change can be put down to, in the order of the inputs.
  var factors: [DemandFactor] {
    var factors: [DemandFactor] = []
    if services.contains(where: { $0.growsWith == .population }) { factors.append(.population) }
    if services.contains(where: { $0.growsWith == .births }) { factors.append(.births) }
    if services.contains(where: { $0.starts != nil }) { factors.append(.newServices) }
    return factors + growth.indices.map { .growth($0) } + mitigators.indices.map { .mitigator($0) }
  }
}
