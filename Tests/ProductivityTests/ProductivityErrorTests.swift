// SPDX-License-Identifier: Apache-2.0

import Productivity
import Testing

@Suite struct `An error of the productivity engine` {
  @Test(arguments: [
    ProductivityError.nothingLeft(of: "products", excluded: [ExcludedInput("Gloves", "one buyer")]),
    .nothingLeft(of: "products", excluded: []), .unknown(what: "peer", name: "RXX"),
    .repeated(what: "site", name: "A"),
    .outOfRange(what: "the share", found: 2, expected: "0 to 1"),
    .tooMany(what: "sites", found: 20, most: 12, advice: "Take some away."),
    .missing(what: "site", advice: "Add one."),
  ])
  func `says what was found and what was expected`(error: ProductivityError) {
    #expect(error.description.hasPrefix("Found "))
    #expect(error.description.contains("expected"))
    #expect(error.description.hasSuffix("."))
  }
}
