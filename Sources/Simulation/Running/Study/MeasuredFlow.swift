// SPDX-License-Identifier: Apache-2.0

public import OutputAnalysis
public import PatientFlow

/// One measure and its estimate.
public struct MeasuredFlow: Hashable, Sendable, Codable {
  /// What was measured.
  public let measure: FlowMeasure
  /// What was found.
  public let estimate: Estimate

  /// A finding of its parts.
  public init(measure: FlowMeasure, estimate: Estimate) {
    self.measure = measure
    self.estimate = estimate
  }
}

extension FlowMeasure {
  /// The estimate that replications give, in the order of their numbers; nil when there was nothing to
  /// measure in any.
  ///
  /// Averages over people are all of the sum over all of the people.
  public func estimate(of results: [FlowResult], in model: FlowModel) -> Estimate? {
    let parts = results.compactMap { self.parts(of: $0, in: model) }
    guard parts.count == results.count else { return nil }
    return Estimate.ratio(parts.map(\.sum), over: parts.map(\.count))
  }
}

/// What was measured of a class of patients over the whole network.
public struct ClassMeasure: Hashable, Sendable, Codable {
  /// What is measured.
  public enum Quantity: String, Sendable, Codable, CaseIterable {
    /// People who came from outside, a day.
    case arrivals
    /// Mean days from coming to leaving, of those who left.
    case daysInSystem = "days-in-system"
    /// Mean days waited outside, of those admitted.
    case wait
    /// People who went elsewhere, gave up or were called off, over those who came.
    case lost

    /// What is measured, in plain English.
    public var words: String {
      switch self {
      case .arrivals: "people who came a day"
      case .daysInSystem: "days from coming to leaving, mean"
      case .wait: "days waited outside, mean of those admitted"
      case .lost: "share who went elsewhere, gave up or were called off"
      }
    }
  }

  /// The id of the class.
  public let patientClass: String
  /// What is measured.
  public let quantity: Quantity
  /// What was found.
  public let estimate: Estimate

  /// What replications say of every class that came.
  static func all(_ results: [FlowResult], _ model: FlowModel) -> [ClassMeasure] {
    model.network.classes.enumerated().flatMap { place, patientClass in
      Quantity.allCases.compactMap { quantity in
        let parts = results.compactMap { result -> (sum: Double, count: Double)? in
          guard result.classes.indices.contains(place) else { return nil }
          return Self.parts(quantity, result.classes[place], days: model.horizon.length)
        }
        guard let estimate = Estimate.ratio(parts.map(\.sum), over: parts.map(\.count)) else {
          return nil
        }
        return ClassMeasure(
          patientClass: patientClass.id, quantity: quantity, estimate: estimate)
      }
    }
  }

  private static func parts(
    _ quantity: Quantity, _ result: ClassResult, days: Double
  ) -> (sum: Double, count: Double) {
    switch quantity {
    case .arrivals: (Double(result.arrivals), days)
    case .daysInSystem: (result.daysInSystem, Double(result.completed))
    case .wait: (result.daysWaited, Double(result.admitted))
    case .lost: (Double(result.lost), Double(result.arrivals))
    }
  }
}
