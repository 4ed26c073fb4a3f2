// SPDX-License-Identifier: Apache-2.0

/// What the pages of the lab ask: the assumptions that can be changed, and what becomes of a change.
public struct Laboratory: Sendable {
  /// What can be changed, in the order of the plan.
  public var inputs: [LabInput]
  /// Why no change can be worked out, in words, when that is so.
  public var fault: String?
  /// What of the plan was made up by a program, in a sentence; nil when nothing was.
  public var synthetic: String?
  /// Works a state out.
  public var result: @Sendable (LabState) async throws -> LabResult
  /// Works states out with the same luck and compares them.
  public var comparison: @Sendable ([LabState]) async throws -> LabComparison
  /// Every measure of a state by year, with a header row, for a file.
  public var rows: @Sendable (LabState) async throws -> [[String]]

  /// A laboratory.
  public init(
    inputs: [LabInput], fault: String? = nil, synthetic: String? = nil,
    result: @escaping @Sendable (LabState) async throws -> LabResult,
    comparison: @escaping @Sendable ([LabState]) async throws -> LabComparison,
    rows: @escaping @Sendable (LabState) async throws -> [[String]]
  ) {
    self.inputs = inputs
    self.fault = fault
    self.synthetic = synthetic
    self.result = result
    self.comparison = comparison
    self.rows = rows
  }

  /// The assumption with an id.
  func input(_ id: String) -> LabInput? { inputs.first { $0.id == id } }
}
