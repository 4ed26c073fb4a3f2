// SPDX-License-Identifier: Apache-2.0

/// Replaces the value at every subset by the sum over all its supersets.
///
/// The fast zeta transform (Yates 1937; Knuth, The Art of Computer Programming, 4.6.4): bit after
/// bit, the half without the bit adds the half with it, `bits * 2^(bits - 1)` additions in all.
/// Three bits go in one pass over memory, and after the highest bits each part is finished on its
/// own, so that it stays in the fastest cache.
///
/// `values` has room for `2^bits`.
@inline(__always)
func sumOverSupersets<Lanes: SIMD>(_ values: UnsafeMutablePointer<Lanes>, bits: Int)
where Lanes.Scalar: FloatingPoint {
  let partBits = min(bits, 9)
  var bit = bits
  while bit > partBits { bit = addDown(values, count: 1 << bits, from: bit, to: partBits) }
  for part in 0..<(1 << (bits - partBits)) {
    let first = values + part << partBits
    var bit = partBits
    while bit > 0 { bit = addDown(first, count: 1 << partBits, from: bit, to: 0) }
  }
}

/// Handles up to three bits below `bit` and returns the bit reached.
@inline(__always)
private func addDown<Lanes: SIMD>(
  _ values: UnsafeMutablePointer<Lanes>, count: Int, from bit: Int, to end: Int
) -> Int where Lanes.Scalar: FloatingPoint {
  switch bit - end {
  case 1:
    addOneBit(values, count: count, stride: 1 << (bit - 1))
    return bit - 1
  case 2, 4:
    addTwoBits(values, count: count, stride: 1 << (bit - 2))
    return bit - 2
  default:
    addThreeBits(values, count: count, stride: 1 << (bit - 3))
    return bit - 3
  }
}

@inline(__always)
private func addOneBit<Lanes: SIMD>(
  _ values: UnsafeMutablePointer<Lanes>, count: Int, stride: Int
) where Lanes.Scalar: FloatingPoint {
  var base = 0
  while base < count {
    for index in base..<(base + stride) { values[index] += values[index + stride] }
    base += 2 * stride
  }
}

@inline(__always)
private func addTwoBits<Lanes: SIMD>(
  _ values: UnsafeMutablePointer<Lanes>, count: Int, stride: Int
) where Lanes.Scalar: FloatingPoint {
  var base = 0
  while base < count {
    for index in base..<(base + stride) {
      let v0 = values[index]
      let v1 = values[index + stride]
      let v2 = values[index + 2 * stride]
      let v3 = values[index + 3 * stride]
      let v23 = v2 + v3
      values[index] = (v0 + v1) + v23
      values[index + stride] = v1 + v3
      values[index + 2 * stride] = v23
    }
    base += 4 * stride
  }
}

@inline(__always)
private func addThreeBits<Lanes: SIMD>(
  _ values: UnsafeMutablePointer<Lanes>, count: Int, stride: Int
) where Lanes.Scalar: FloatingPoint {
  var base = 0
  while base < count {
    for index in base..<(base + stride) {
      let v7 = values[index + 7 * stride]
      let v6 = values[index + 6 * stride] + v7
      let v5 = values[index + 5 * stride]
      let v4 = values[index + 4 * stride] + v5
      let v3 = values[index + 3 * stride]
      let v2 = values[index + 2 * stride] + v3
      let v1 = values[index + stride]
      let v0 = values[index] + v1
      let v57 = v5 + v7
      let v46 = v4 + v6
      values[index] = (v0 + v2) + v46
      values[index + stride] = (v1 + v3) + v57
      values[index + 2 * stride] = v2 + v6
      values[index + 3 * stride] = v3 + v7
      values[index + 4 * stride] = v46
      values[index + 5 * stride] = v57
      values[index + 6 * stride] = v6
    }
    base += 8 * stride
  }
}

/// Replaces the value at every subset by the largest over all its supersets.
///
/// `values` has room for `2^bits`.
func largestOverSupersets(_ values: UnsafeMutablePointer<Double>, bits: Int) {
  for bit in 0..<bits {
    let stride = 1 << bit
    var base = 0
    while base < 1 << bits {
      for index in base..<(base + stride) {
        let with = values[index + stride]
        values[index] = values[index] < with ? with : values[index]
      }
      base += 2 * stride
    }
  }
}
