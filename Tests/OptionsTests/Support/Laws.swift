// SPDX-License-Identifier: Apache-2.0

/// The seeds of the laws.
let lawSeeds = Array(1...60)

/// Whether two numbers agree within a tolerance, relative above 1 and absolute below.
func agree(_ one: Double, _ other: Double, within tolerance: Double = 1e-9) -> Bool {
  (one - other).magnitude <= tolerance * max(1, one.magnitude, other.magnitude)
}
