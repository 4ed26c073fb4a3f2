// SPDX-License-Identifier: Apache-2.0

import Papers
import Testing

@Suite struct `A paper` {
  @Test func `has a title`() { #expect(Paper(title: "Board").title == "Board") }
}
