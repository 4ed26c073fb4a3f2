// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Productivity
import Programme
import Testing

@Suite struct `A productivity tool` {
  private func report(
    _ id: String, _ table: String? = nil, _ settings: [String: String] = [:]
  ) throws -> ToolReport {
    let tool = try #require(ProductivityTool.named(id))
    return try tool.report(
      Array((table ?? tool.example).utf8), file: "table.csv", settings: settings)
  }

  private func problems(
    _ id: String, _ table: String, _ settings: [String: String] = [:]
  ) -> [Violation] {
    do {
      _ = try report(id, table, settings)
      return []
    } catch {
      return (error as? PlanError)?.violations ?? []
    }
  }

  private func figure(_ report: ToolReport, _ label: String) -> String? {
    report.figures.first { $0.label == label }?.value
  }

  @Test(arguments: ProductivityTool.all.map(\.id))
  func `works its example out and says how`(id: String) throws {
    let found = try report(id)
    #expect(found.tool == id)
    #expect(!found.headline.isEmpty && !found.rule.isEmpty)
    #expect(!found.tables.isEmpty && found.tables.allSatisfy { !$0.rows.isEmpty })
    #expect(
      found.tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } }
    )
    #expect(Set(found.tables.map(\.caption)).count == found.tables.count)
    let tool = try #require(ProductivityTool.named(id))
    #expect(tool.example.contains("(made up)"))
    #expect(tool.limits.count >= 2 && !tool.source.isEmpty)
  }

  @Test(arguments: ProductivityTool.all.map(\.id))
  func `writes CSV and JSON with the same numbers`(id: String) throws {
    let found = try report(id)
    let table = found.tables[0]
    let lines = table.csv().split(separator: "\n")
    #expect(lines.count == table.rows.count + 1)
    #expect(lines[0] == table.columns.map(\.id).joined(separator: ","))
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(found))
    let tables = try #require((json as? [String: Any])?["tables"] as? [[String: Any]])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    #expect(rows.count == table.rows.count)
    #expect(Set(rows[0].keys) == Set(table.columns.map(\.id)))
  }

  @Test func `gives £410 and £115 for four buyers`() throws {
    let table = """
      product,buyer,unit,price,quantity
      Gloves,A,box,10,100
      Gloves,B,box,12,50
      Gloves,C,box,9,200
      Gloves,D,box,11,80
      """
    let found = try report("prices", table)
    #expect(figure(found, "To the lowest price") == "£410")
    #expect(figure(found, "To the median price") == "£115")
    #expect(figure(found, "To the best buyer of no more") == "£0")
    #expect(found.tables[0].csv().contains("Gloves,box,4,4280,9,10.5,12,410,115,0"))
    let percentile = try report("prices", table, ["method": "percentile", "percentile": "10"])
    #expect(figure(percentile, "Saving") == "£341")
  }

  @Test func `gives the published cases in its examples`() throws {
    let cost = try report("unit-cost")
    #expect(
      cost.tables[0].csv().contains(
        "North General (made up),100000,351258000,360000000,360000000,3600,102.488769,8742000"))
    #expect(cost.excluded.count == 1)
    let shifts = try report("staffing")
    #expect(shifts.tables[0].csv().contains("Row 2,2016-04-01"))
    #expect(shifts.tables[0].csv().contains(",38,31,70,no,100"))
    #expect(shifts.tables[0].csv().contains(",38,35,30,no,100"))
    let medicines = try report("biosimilar")
    #expect(
      medicines.tables[0].csv().contains("Medicine A (made up),104000,0,80,4000,100000,50000"))
    #expect(medicines.excluded.map(\.subject) == ["Medicine C (made up)"])
    let found = try report("prices")
    #expect(found.excluded.count == 2)
  }

  @Test func `reads what is copied from a spreadsheet`() throws {
    let table =
      "product\tbuyer\tunit\tprice\tquantity\r\nA\tB1\teach\t£1,010.00\t1\r\n"
      + "A\tB2\teach\t1000\t2\r\nA\tB3\teach\t1005\t 2 \r\n"
    let found = try report("prices", table)
    #expect(figure(found, "To the lowest price") == "£20")
  }

  @Test func `lists every problem at once, with row, column, found and expected`() {
    let found = problems(
      "prices",
      """
      product,buyer,unit,price,quantity
      Gloves,A,box,ten,100
      Gloves,,box,"1,2",50
      Gloves,C,box,9,200,7
      Gloves,D,box,11,
      """, ["fewest-buyers": "0", "colour": "red"])
    #expect(
      found.map { "\($0.row ?? 0) \($0.column ?? "")" } == [
        "0 fewest-buyers", "0 colour", "2 price", "3 buyer", "3 price", "4 ", "5 quantity",
      ])
    #expect(found[2].found == "“ten”")
    #expect(found[4].description.contains("expected a number"))
  }

  @Test func `says which columns are missing, unknown or twice`() {
    let found = problems("prices", "product,buyer,unit,cost,price,price\nA,B,C,1,2,3\n")
    #expect(found.compactMap(\.column) == ["cost", "price", "quantity"])
    #expect(problems("prices", "").count == 1)
    #expect(problems("prices", "product,buyer,unit,price,quantity\n").first?.row == 2)
    #expect(problems("prices", "PK\u{3}\u{4}rest").first?.found.contains("Excel") == true)
  }

  @Test func `checks kinds of cells`() {
    let found = problems(
      "staffing",
      """
      date,staff_group,basic_rate,agency_rate,hours,break_glass
      2016-02-30,porters,20,38,10,perhaps
      """)
    #expect(found.compactMap(\.column) == ["date", "staff_group", "break_glass"])
    let bank = problems(
      "shared-bank",
      "date,organisation,staff_group,requested,available\n2017-01-01,A,Nurses,1.5,2\n")
    #expect(bank.map(\.expected) == ["a whole number"])
    let lab = problems("pathology", "kind,name,other,tests\nvolume,A,,\nsite,B,,\n")
    #expect(lab.compactMap(\.column) == ["other", "tests", "fixed_cost", "essential_cost"])
    let costs = problems(
      "unit-cost",
      """
      organisation,currency,activity,national_unit_cost,actual_cost,mff
      A,X,1,1,1,1.1
      A,Y,1,1,1,1.2
      """)
    #expect(costs.map(\.row) == [3])
  }

  @Test func `turns an error of the engine into words`() {
    let found = problems("benchmark", "organisation,cost,volume\nA,1,1\nA,1,1\n")
    #expect(found.first?.found == "the organisation “A” twice")
    let focus = problems(
      "benchmark", "organisation,cost,volume\nA,1,1\nB,1,1\nC,2,1\n", ["focus": "X"])
    #expect(focus.first?.found == "the organisation “X”")
  }

  @Test func `lists the most similar and what moved`() throws {
    let found = try report("benchmark", nil, ["peers": "nearest", "count": "3"])
    #expect(found.tables.map(\.id) == ["opportunities", "peers", "periods", "moved"])
    #expect(found.tables[1].rows.count == 15)
    #expect(found.rule[0].contains("3 most similar others by beds, income"))
    let one = try report(
      "benchmark", nil,
      ["peers": "nearest", "count": "2", "by": "beds", "focus": "North General (made up)"])
    #expect(one.tables[1].rows.count == 2)
    let target = try report("benchmark", nil, ["target": "300", "percentiles": "6"])
    #expect(figure(target, "To the target") != nil)
    #expect(target.rule[1].contains("type 6"))
  }

  @Test func `guards a spreadsheet against formulas in words`() throws {
    let table =
      "product,buyer,unit,price,quantity\n=cmd(),A,x,1,1\n=cmd(),B,x,2,1\n=cmd(),C,x,3,1\n"
    #expect(try report("prices", table).tables[0].csv().contains("\n'=cmd(),x,"))
  }

  @Test func `is described with its columns and settings in the manual`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let manual = try String(
      contentsOf: folder.appending(path: "docs/productivity.md"), encoding: .utf8)
    for tool in ProductivityTool.all {
      #expect(manual.contains("`weald productivity \(tool.id)`"), "\(tool.id)")
      for column in tool.columns { #expect(manual.contains("`\(column.name)`"), "\(column.name)") }
      for option in tool.options {
        #expect(manual.contains("`--\(option.name)`"), "\(tool.id) \(option.name)")
      }
    }
  }
}

@Suite struct `Numbers of a tool` {
  @Test(arguments: [
    (1234.5, 1, "1,234.5"), (-0.4, 0, "0"), (-1200, 0, "−1,200"), (0.05, 2, "0.05"),
    (999.999, 2, "1,000.00"),
  ])
  func `are written for people`(value: Double, decimals: Int, text: String) {
    #expect(ToolNumbers.text(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (410.00000000001, 2, "410"), (0.1 + 0.2, 2, "0.3"), (-0.0, 0, "0"), (1e9, 0, "1000000000"),
  ])
  func `are written for programs`(value: Double, decimals: Int, text: String) {
    #expect(ToolNumbers.plain(value, decimals: decimals) == text)
  }
}
