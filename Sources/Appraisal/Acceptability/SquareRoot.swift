// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The square root, from the C library so that it is linked on every platform.
///
/// It is rounded correctly everywhere, so results keep the same bits.
func squareRoot(_ number: Double) -> Double { sqrt(number) }
