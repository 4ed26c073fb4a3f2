// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// Kilometres east and north of the middle of a set of places.
///
/// Equirectangular, with the width of a degree of longitude that of the middle latitude and the earth a
/// sphere of its mean radius, 6371.0088 km: within two metres in a kilometre for an area like Kent.
struct LocalPlane {
  private static let kilometresPerDegree = 6371.0088 * Double.pi / 180

  private let latitude: Double
  private let longitude: Double

  /// The plane of some areas, about the middle of the box that holds them.
  init(_ areas: [AreaRow]) {
    latitude = Self.middle(areas.map(\.latitude))
    longitude = Self.middle(areas.map(\.longitude))
  }

  private static func middle(_ degrees: [Double]) -> Double {
    ((degrees.min() ?? 0) + (degrees.max() ?? 0)) / 2
  }

  /// Kilometres east and north of the middle.
  func kilometres(latitude: Double, longitude: Double) -> (east: Double, north: Double) {
    let width = cos(self.latitude * .pi / 180)
    return (
      (longitude - self.longitude) * width * Self.kilometresPerDegree,
      (latitude - self.latitude) * Self.kilometresPerDegree
    )
  }

  /// The degrees of a point of the plane.
  func degrees(east: Double, north: Double) -> (latitude: Double, longitude: Double) {
    let width = cos(latitude * .pi / 180)
    return (
      latitude + north / Self.kilometresPerDegree,
      longitude + east / (width * Self.kilometresPerDegree)
    )
  }
}
