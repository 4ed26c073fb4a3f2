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
  static func sine(_ x: Double) -> Double { sin(x) }
  static func arcSine(_ x: Double) -> Double { asin(x) }
  /// The complementary error function.
  static func complementaryError(_ x: Double) -> Double { erfc(x) }
}
