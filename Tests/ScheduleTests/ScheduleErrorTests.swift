// SPDX-License-Identifier: Apache-2.0

import Schedule
import Testing

@Suite struct `An error of the Schedule engine` {
  @Test func `says its words`() {
    #expect("\(ScheduleError("No such thing."))" == "No such thing.")
  }
}
