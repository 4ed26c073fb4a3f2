// SPDX-License-Identifier: Apache-2.0

import LocalCare
import Testing

@Suite("Shares") struct SharesTests {
  @Test func `shares go by largest remainders`() throws {
    // 10 by 1, 1, 1: 3.33 each, and one more for the first.
    #expect(try Shares.of(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(try Shares.of(-10, by: [1, 1, 1]) == [-4, -3, -3])
  }

  @Test(arguments: [0, 1, 7, 99, 4_321, -17])
  func `shares always sum to the whole`(total: Int) throws {
    for count in 1...9 {
      let weights = (0..<count).map { Double(($0 * 7_919 + total) % 13).magnitude + 0.5 }
      #expect(try Shares.of(total, by: weights).reduce(0, +) == total)
    }
  }

  @Test func `a weight below nothing is refused`() {
    #expect(throws: LocalCareError.self) { try Shares.of(10, by: [1, -1]) }
    #expect(throws: LocalCareError.self) { try Shares.of(10, by: [0, 0]) }
  }
}
