// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elementary functions that engines under uncertainty need, from the system's library.
public enum Elementary {
  /// The exponential.
  public static func exponential(_ x: Double) -> Double { exp(x) }
  /// The natural logarithm.
  public static func logarithm(_ x: Double) -> Double { log(x) }
  /// The logarithm of `1 + x`, exact for small `x`.
  public static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
  /// A base to the power of an exponent.
  public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  /// The sine of an angle in radians.
  public static func sine(_ x: Double) -> Double { sin(x) }
  /// The cosine of an angle in radians.
  public static func cosine(_ x: Double) -> Double { cos(x) }
  /// The angle in radians with this sine.
  public static func arcSine(_ x: Double) -> Double { asin(x) }
  /// The complementary error function.
  public static func complementaryError(_ x: Double) -> Double { erfc(x) }
  /// The gamma function: the factorial of one less.
  public static func gamma(_ x: Double) -> Double { tgamma(x) }
}
