// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// The same product at different prices.
  static let prices = ProductivityTool(
    id: "prices", title: "One product, many prices",
    question: "Who pays more for the same thing, and what would a better price save?",
    method: [
      "Products are compared by their code and unit of measure. To the lowest price: quantity × "
        + "(price − lowest price). To the median: quantity × (price − median price), and nought "
        + "below it. To the best buyer of no more: quantity × (price − lowest price among buyers "
        + "who buy no more than this one), so that no discount for volume is supposed.",
      "A product is left out when it has too few buyers, more than one unit of measure, or a "
        + "dearest price many times its cheapest, which is most likely a box against a piece.",
      "The other method takes a low percentile of the price per unit as the target, and counts "
        + "what buyers above it would save.",
    ],
    source: "The measures of the NHS purchase price index and benchmark tool have no published "
      + "formula; these are Weald’s. The percentile method is that of OpenPrescribing "
      + "(ebmdatalab/openprescribing, savings.py at 62015f4).",
    limits: [
      "A saving is a ceiling: contracts end later, and a lower price can come with other terms.",
      "The three measures describe the same money. Take one; never add them.",
    ],
    columns: [
      ToolColumn("product", "the code or name of the product"),
      ToolColumn("buyer", "who bought it"),
      ToolColumn("unit", "what the price is for, such as each or box of 100"),
      ToolColumn("price", "pounds for one unit", .number),
      ToolColumn("quantity", "units bought", .number),
    ],
    options: [
      .choice(
        "method", "Method",
        [("buyers", "Lowest, median and best buyer of no more"), ("percentile", "Percentile")],
        usual: "buyers"),
      ToolOption("fewest-buyers", "Fewest buyers", .number(2...1000), usual: "3"),
      ToolOption(
        "largest-ratio", "Largest ratio of dearest to cheapest price", .number(1...1000),
        usual: "10"),
      ToolOption("percentile", "Percentile of the target", .number(0...100), usual: "10"),
      ToolOption(
        "floor", "Leave out products that would save less than, in pounds", .number(0...1e9),
        usual: "0"),
      .percentileRule,
    ],
    example: """
      product,buyer,unit,price,quantity
      Examination gloves (made up),Buyer 1,box of 100,10,100
      Examination gloves (made up),Buyer 2,box of 100,12,50
      Examination gloves (made up),Buyer 3,box of 100,9,200
      Examination gloves (made up),Buyer 4,box of 100,11,80
      Suture (made up),Buyer 1,each,2.10,900
      Suture (made up),Buyer 2,each,2.60,300
      Suture (made up),Buyer 3,each,2.35,1200
      Dressing (made up),Buyer 1,each,0.80,500
      Dressing (made up),Buyer 2,box of 50,38,12
      Dressing (made up),Buyer 4,each,0.95,700
      Hip stem (made up),Buyer 3,each,1100,40

      """,
    exampleNote: "Four buyers who do not exist. The gloves give £410 to the lowest price and £115 "
      + "to the median; two products are left out.",
    work: { input, settings throws(ProductivityError) in
      settings.text("method") == "percentile"
        ? try PricesTool.percentile(input, settings) : try PricesTool.buyers(input, settings)
    })
}

private enum PricesTool {
  private static func lines(_ input: ToolInput) -> [PriceLine] {
    input.rows.map { row in
      PriceLine(
        product: row.text("product"), buyer: row.text("buyer"), unitOfMeasure: row.text("unit"),
        price: row.value("price"), quantity: row.value("quantity"))
    }
  }

  static func buyers(
    _ input: ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let guards = PriceGuards(
      fewestBuyers: Int(settings.value("fewest-buyers")),
      largestRatio: settings.value("largest-ratio"))
    let found = try PriceVariation(
      lines(input), guards: guards, quantiles: settings.percentiles)
    let sums = [\ProductPrices.toLowest, \.toMedian, \.toLowestAtVolume].map { path in
      ToolNumbers.pounds(found.products.reduce(0) { $0 + $1[keyPath: path] })
    }
    return ToolFindings(
      headline: "Buyers would save \(sums[1]) at the median price of each product, and \(sums[0]) "
        + "at the lowest.",
      figures: [
        ("To the lowest price", sums[0]), ("To the median price", sums[1]),
        ("To the best buyer of no more", sums[2]),
        ("Products compared", "\(found.products.count)"),
      ],
      rule: [
        "Lowest: quantity × (price − lowest price). Median: quantity × (price − median price), "
          + "nought below it. Best buyer of no more: quantity × (price − lowest price among "
          + "buyers whose quantity is not larger).",
        "A buyer with several lines of a product counts once, at the mean price it paid. The "
          + "median is over buyers, by \(settings.percentiles.name).",
        "Left out: fewer than \(guards.fewestBuyers) buyers, more than one unit of measure, or a "
          + "dearest price more than \(ToolNumbers.plain(guards.largestRatio, decimals: 1)) times "
          + "the cheapest.",
      ],
      tables: [products(found), everyBuyer(found)], chart: chart(found, settings.percentiles),
      excluded: found.excluded)
  }

  private static func products(_ found: PriceVariation) -> ToolTable {
    ToolTable(
      "products", "What each product would save",
      [
        ("product", "Product", nil), ("unit", "Unit", nil), ("buyers", "Buyers", 0),
        ("spend", "Spend, £", 2), ("lowest", "Lowest price, £", 2),
        ("median", "Median price, £", 2), ("highest", "Highest price, £", 2),
        ("to_lowest", "To the lowest, £", 2), ("to_median", "To the median, £", 2),
        ("to_best_of_no_more", "To the best buyer of no more, £", 2),
      ],
      found.products.map { product in
        [
          .text(product.product), .text(product.unitOfMeasure), .count(product.buyers.count),
          .number(product.spend), .number(product.lowest), .number(product.median),
          .number(product.highest), .number(product.toLowest), .number(product.toMedian),
          .number(product.toLowestAtVolume),
        ]
      })
  }

  private static func everyBuyer(_ found: PriceVariation) -> ToolTable {
    ToolTable(
      "buyers", "What each buyer would save",
      [
        ("product", "Product", nil), ("buyer", "Buyer", nil), ("price", "Price, £", 2),
        ("quantity", "Quantity", 0), ("to_lowest", "To the lowest, £", 2),
        ("to_median", "To the median, £", 2),
        ("to_best_of_no_more", "To the best buyer of no more, £", 2),
        ("best_of_no_more", "Who that is", nil),
      ],
      found.products.flatMap { product in
        product.buyers.map { own -> [ToolTable.Cell] in
          [
            .text(product.product), .text(own.buyer), .number(own.price), .number(own.quantity),
            .number(own.toLowest), .number(own.toMedian), .number(own.toLowestAtVolume),
            .text(own.bestAtVolume),
          ]
        }
      })
  }

  /// The products that would save most, each price as a share of the median so that they share a
  /// scale.
  private static func chart(_ found: PriceVariation, _ rule: QuantileRule) -> ToolChart {
    let most = found.products.sorted { $0.toMedian > $1.toMedian }.prefix(8)
    return .strip(
      ToolChart.Strip(
        title: "What each buyer pays, as a share of the median price of the product",
        scale: "Price, % of the median", prefix: "", decimals: 0,
        rows: most.map { product in
          let shares = product.buyers.map { ($0.buyer, 100 * $0.price / product.median) }
          let quartiles = [0.25, 0.75].compactMap { rule.quantile($0, of: shares.map(\.1)) }
          return ToolChart.Strip.Row(
            name: product.product, dots: shares,
            quartiles: quartiles.count == 2 ? (quartiles[0], 100, quartiles[1]) : nil)
        }, reference: nil, named: []))
  }

  static func percentile(
    _ input: ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let share = settings.value("percentile")
    let found = try PricePerUnitSavings(
      lines(input), at: share / 100, floor: settings.value("floor"),
      fewestBuyers: Int(settings.value("fewest-buyers")), quantiles: settings.percentiles)
    let total = ToolNumbers.pounds(found.products.reduce(0) { $0 + $1.total })
    let name = ToolNumbers.plain(share, decimals: 1)
    return ToolFindings(
      headline: "Buyers would save \(total) at percentile \(name) of the price per unit.",
      figures: [("Saving", total), ("Products", "\(found.products.count)")],
      rule: [
        "Target: percentile \(name) of the price per unit over buyers, by "
          + "\(settings.percentiles.name).",
        "Saving of a buyer: net cost − quantity × target, and nought where that is negative.",
        "Left out: products that would save less than "
          + "\(ToolNumbers.pounds(settings.value("floor"))) in all.",
      ],
      tables: [
        ToolTable(
          "products", "What each product would save at the target",
          [
            ("product", "Product", nil), ("target", "Target price, £", 2),
            ("saving", "Saving, £", 2),
          ],
          found.products.map { [.text($0.product), .number($0.target), .number($0.total)] }),
        ToolTable(
          "buyers", "What each buyer would save at the target",
          [
            ("product", "Product", nil), ("buyer", "Buyer", nil), ("price", "Price, £", 2),
            ("quantity", "Quantity", 0), ("saving", "Saving, £", 2),
          ],
          found.products.flatMap { product in
            product.savings.map { own -> [ToolTable.Cell] in
              [
                .text(product.product), .text(own.buyer), .number(own.price),
                .number(own.quantity), .number(own.saving),
              ]
            }
          }),
      ], chart: nil, excluded: found.excluded)
  }
}
