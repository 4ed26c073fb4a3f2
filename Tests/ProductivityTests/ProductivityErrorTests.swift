// SPDX-License-Identifier: Apache-2.0

import Productivity
import Testing

@Suite struct `An error of the Productivity engine` {
  @Test func `says its words`() {
    #expect("\(ProductivityError("No such thing."))" == "No such thing.")
  }
}
