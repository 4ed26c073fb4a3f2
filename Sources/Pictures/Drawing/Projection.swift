// SPDX-License-Identifier: Apache-2.0

/// Equirectangular map projection, true to scale at its middle latitude, fitted into a box.
struct Projection: Sendable {
  /// Kilometres in a degree of latitude on a sphere of the earth's mean radius, 6371.0088 km.
  static let kilometresPerDegree = 111.195_08

  /// Width and height of the drawing area, in view box units.
  let size: Box

  /// Degrees of latitude to view box units.
  let unitsPerDegree: Double

  private let shrink: Double
  private let middle: DotMap.Coordinate
  private let centre: Point

  /// Fits `coordinates` into `width`, as high as they need between the two limits.
  init(
    _ coordinates: [DotMap.Coordinate], width: Double, heights: ClosedRange<Double>, padding: Double
  ) {
    let longitudes = coordinates.map(\.longitude)
    let latitudes = coordinates.map(\.latitude)
    let west = longitudes.min() ?? 0
    let east = longitudes.max() ?? 0
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    middle = DotMap.Coordinate(longitude: (west + east) / 2, latitude: (south + north) / 2)
    shrink = cosine(degrees: middle.latitude)
    let across = max((east - west) * shrink, 0.06)
    let up = max(north - south, 0.01)
    let byWidth = (width - 2 * padding) / across
    let byHeight = (heights.upperBound - 2 * padding) / up
    unitsPerDegree = min(byWidth, byHeight)
    let height = min(
      max(up * unitsPerDegree + 2 * padding, heights.lowerBound), heights.upperBound)
    size = Box(x: 0, y: 0, width: width, height: height)
    centre = Point(width / 2, height / 2)
  }

  func callAsFunction(_ coordinate: DotMap.Coordinate) -> Point {
    Point(
      centre.x + (coordinate.longitude - middle.longitude) * shrink * unitsPerDegree,
      centre.y - (coordinate.latitude - middle.latitude) * unitsPerDegree)
  }

  /// View box units to a kilometre.
  var unitsPerKilometre: Double { unitsPerDegree / Self.kilometresPerDegree }

  /// A round number of kilometres whose bar is no longer than `limit`, and the bar's length.
  func scaleBar(limit: Double) -> (kilometres: Double, length: Double) {
    let most = limit / unitsPerKilometre
    var kilometres = Ticks.step(atLeast: most).step
    for divisor in [1.0, 2.0, 2.5, 4.0, 5.0, 10.0] where kilometres / divisor <= most {
      kilometres /= divisor
      break
    }
    return (kilometres, kilometres * unitsPerKilometre)
  }
}
