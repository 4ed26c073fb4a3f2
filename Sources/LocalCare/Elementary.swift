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
}
