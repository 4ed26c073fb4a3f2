// SPDX-License-Identifier: Apache-2.0

/// A point on the earth.
public struct Position: Equatable, Sendable {
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double

  /// A point by its coordinates.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Kilometres to another point in a straight line over a sphere (haversine; Sinnott, 1984).
  public func kilometres(to other: Position) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = Elementary.sine((other.latitude - latitude) * radians / 2)
    let halfLongitude = Elementary.sine((other.longitude - longitude) * radians / 2)
    let square =
      halfLatitude * halfLatitude
      + Elementary.cosine(latitude * radians) * Elementary.cosine(other.latitude * radians)
      * halfLongitude * halfLongitude
    return 2 * Position.meanRadius * Elementary.arcSine(min(1, square.squareRoot()))
  }

  /// The mean radius of the earth in kilometres (IUGG).
  private static let meanRadius = 6371.0088
}

/// Journey times guessed from coordinates, for use when nobody has worked out routes.
///
/// Minutes are the straight line, times a detour, at one speed. Such times know no rivers, no
/// motorways and no rush hour, and have to be labelled as modelled wherever they are shown.
public struct ModelledTravel: Equatable, Sendable {
  /// Kilometres an hour.
  public let speed: Double
  /// Road over straight line, at least 1.
  public let detour: Double

  /// A model by its speed in kilometres an hour and its detour; nil unless the speed is positive
  /// and the detour at least 1.
  public init?(speed: Double, detour: Double) {
    guard speed > 0, speed.isFinite, detour >= 1, detour.isFinite else { return nil }
    self.speed = speed
    self.detour = detour
  }

  /// Minutes between two points.
  public func minutes(from start: Position, to end: Position) -> Double {
    start.kilometres(to: end) * detour / speed * 60
  }

  /// The matrix of all areas and sites.
  ///
  /// - Throws: `TravelMatrixError` when a code is repeated or a coordinate is not a number.
  public func matrix(
    areas: [(code: String, position: Position)], sites: [(code: String, position: Position)]
  ) throws(TravelMatrixError) -> TravelMatrix {
    try TravelMatrix(
      areas: areas.map(\.code), sites: sites.map(\.code),
      minutes: areas.flatMap { area in
        sites.map { minutes(from: area.position, to: $0.position) }
      })
  }
}
