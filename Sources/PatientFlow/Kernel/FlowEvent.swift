// SPDX-License-Identifier: Apache-2.0

/// One thing that happened to one patient.
public struct FlowEvent: Hashable, Sendable, Codable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case arrived, queued, admitted, careEnded, blocked, left, turnedAway, reneged, cancelled
  }

  /// Days after the start.
  public var time: Double
  /// What happened.
  public var kind: Kind
  /// The number of the patient, in order of appearance, from 1.
  public var patient: Int
  /// The class, by its place.
  public var patientClass: Int
  /// The unit where it happened, by its place.
  public var unit: Int
  /// The unit that is waited for, by its place.
  public var next: Int?

  /// An event of its parts.
  public init(
    time: Double, kind: Kind, patient: Int, patientClass: Int, unit: Int, next: Int? = nil
  ) {
    self.time = time
    self.kind = kind
    self.patient = patient
    self.patientClass = patientClass
    self.unit = unit
    self.next = next
  }
}
