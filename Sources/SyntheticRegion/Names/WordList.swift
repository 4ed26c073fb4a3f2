// SPDX-License-Identifier: Apache-2.0

/// Words between spaces and line ends, each as its bytes.
func words(_ text: StaticString) -> [[UInt8]] {
  UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Array.init)
}
