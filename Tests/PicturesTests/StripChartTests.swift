// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct `A strip chart` {
  @Test(arguments: Layout.allCases)
  func `has its scale, its names and its reference`(layout: Layout) throws {
    let sample = try #require(Sample.named("strips-prices"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    for words in [
      "Price, £ a box", "Catalogue price: £9.50", "Buyer 2: £12.00", "The dearest: £14.00",
      "£10.00", "the median",
    ] {
      #expect(drawn.words.contains(words), "\(words)")
    }
    // 65 dots without a name; two named ones, each drawn once more in its key.
    #expect(drawn.all("circle").count == 65)
    #expect(drawn.all("path").count == 4)
  }

  @Test func `lists every value in its table, with the quartiles`() throws {
    let table = try #require(Sample.named("strips-prices")).picture.table
    #expect(table.rows.contains(["Median", "Examination gloves", "10.50"]))
    #expect(table.rows.contains { $0[0] == "Nobody knows" && $0[2] == "not known" })
    #expect(table.rows.count == 6 + 3 + 62)
  }
}
