// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald productivity` {
  private func file(_ text: String) throws -> String {
    let path = try scratch() + "/table.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private let prices = """
    product,buyer,unit,price,quantity
    Gloves,A,box,10,100
    Gloves,B,box,12,50
    Gloves,C,box,9,200
    Gloves,D,box,11,80
    """

  @Test func `writes the table to one stream and its meaning to the other`() throws {
    let outcome = try weald("productivity", "prices", file(prices))
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("product,unit,buyers,"))
    #expect(outcome.text.contains("410,115,0"))
    #expect(outcome.talk.contains("£115 at the median price"))
    let buyers = try weald("productivity", "prices", file(prices), "--table", "buyers")
    #expect(buyers.text.contains("Gloves,D,11,80,160,40,0,D"))
  }

  @Test func `writes JSON`() throws {
    let outcome = try weald(
      "productivity", "prices", file(prices), "--json", "--method", "percentile")
    let json = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(json["tool"] as? String == "prices")
    let tables = try #require(json["tables"] as? [[String: Any]])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    #expect(rows[0]["saving"] as? Double == 341)
  }

  @Test(arguments: [
    "benchmark", "unit-cost", "prices", "staffing", "shared-bank", "biosimilar", "medicines",
    "pathology", "corporate",
  ])
  func `writes a table to start from and works it out`(tool: String) throws {
    let example = try weald("productivity", tool, "--example")
    #expect(example.text.contains("(made up)"))
    let outcome = try weald("productivity", tool, file(example.text))
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(!outcome.text.isEmpty)
  }

  @Test func `lists every problem and exits with 1`() throws {
    let path = try file(prices.replacing("9,200", with: "nine,").replacing("Gloves,B", with: ","))
    let outcome = try weald("productivity", "prices", path, "--fewest-buyers", "x")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    for words in [
      "row 3, column product: found an empty cell", "row 4, column price: found “nine”",
      "row 4, column quantity", "settings, column fewest-buyers", "5 problems",
    ] {
      #expect(outcome.talk.contains(words), "\(words) in \(outcome.talk)")
    }
    #expect(try weald("productivity", "prices", "/nowhere.csv").status == 1)
    #expect(try weald("productivity", "prices", path, "--table", "none").status == 1)
    #expect(try weald("productivity", "prices").status == 64)
  }
}
