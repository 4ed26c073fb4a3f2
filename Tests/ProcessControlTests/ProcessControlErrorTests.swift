// SPDX-License-Identifier: Apache-2.0

import ProcessControl
import Testing

@Suite struct `An error of the ProcessControl engine` {
  @Test func `says its words`() {
    #expect("\(ProcessControlError("No such thing."))" == "No such thing.")
  }
}
