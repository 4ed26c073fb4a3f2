// SPDX-License-Identifier: Apache-2.0

public import Assessment

/// Reads the models of patient flow that a plan describes.
public struct FlowReading {
  /// The models, in the order of the table.
  public let models: [FlowModel]

  /// Reads the models of an assessed plan.
  /// - Throws: `PlanViolations` or what this code base uses for them, everything that is wrong at once.
  public init(_ assessment: Assessment) throws {
    models = []
  }

  /// A model, or a variant of it; nil when there is none of that name.
  public func model(_ id: String, variant: String? = nil) -> FlowModel? { nil }
}
