// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

@Suite struct `An error of the Authority engine` {
  @Test func `says its words`() {
    #expect("\(AuthorityError("No such thing."))" == "No such thing.")
  }
}
