// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elementary functions that this engine needs, from the system's library.
enum Elementary {
  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  /// The logarithm of `1 + x`, exact for small `x`.
  static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
  /// One less than the exponential, exact for small `x`.
  static func exponentialLessOne(_ x: Double) -> Double { expm1(x) }
  static func sine(_ x: Double) -> Double { sin(x) }
  static func cosine(_ x: Double) -> Double { cos(x) }

  /// The share of a standard normal distribution above `z`.
  static func normalAbove(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }
}
