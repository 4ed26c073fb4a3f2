// SPDX-License-Identifier: Apache-2.0

import Schedule
import Testing

@Suite struct `An error about scarce people` {
  @Test func `says what is wrong`() {
    #expect(ResourceError("Too many.").description == "Too many.")
  }
}
