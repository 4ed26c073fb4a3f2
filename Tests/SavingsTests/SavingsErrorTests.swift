// SPDX-License-Identifier: Apache-2.0

import Savings
import Testing

@Suite struct `An error of the Savings engine` {
  @Test func `says its words`() {
    #expect("\(SavingsError("No such thing."))" == "No such thing.")
  }
}
