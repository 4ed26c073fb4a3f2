// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme
import Savings
import Testing

@Suite struct `A table of schemes` {
  private let office = SavingsStage.office
  private static let header =
    "Scheme,Title,Organisation,Working group,Pool,Driver,Recurrent,Start,Recurrent plan £k,"
    + "In-year annual plan £k,Month,YTD plan £k,YTD actual £k,Variance £k,Forecast outturn £k,"
    + "Forecast variance £k\n"

  private func read(_ stage: SavingsStage, _ rows: String) throws -> RegisterImportReport {
    SchemeImport(plan: stage.plan, state: try stage.desk.state(), today: stage.today)
      .read(Self.header + rows)
  }

  @Test func `is taken over whole when it is clean`() async throws {
    let stage = try SavingsStage()
    let rows =
      "rates,Pay agreed rates,Trust One,Staffing,agency,rate,yes,1/4/2017,\"1,200\",1200,,,,,,\n"
      + "shifts,Fewer shifts,trust-two,staffing,Agency staff,volume,no,2017-10-01,0,300,,,,,,\n"
    let report = try read(stage, rows)
    #expect(report.isClean && report.added.map(\.key) == ["rates", "shifts"])
    #expect(report.added.first?.changes == ["New: Pay agreed rates, £1200k a year"])
    #expect(try stage.desk.state().schemes.isEmpty)
    try await stage.desk.accept(Self.header + rows, by: office, token: RandomID.make())
    let state = try stage.desk.state()
    #expect(state.scheme("rates")?.terms.fullYear == 1_200_000)
    #expect(state.scheme("shifts")?.terms.profile?.partYearEffect(2017) == 300_000)
    #expect(state.scheme("shifts")?.terms.profile?.fullYearEffect == 0)
    #expect(try read(stage, rows) == RegisterImportReport(unchanged: 2))
  }

  @Test func `reports all its problems at once and changes nothing`() async throws {
    let stage = try SavingsStage()
    let rows =
      "a,,Nobody,Staffing,agency,rate,perhaps,yesterday,x,100,,,,,,\n"
      + "b,Title,trust-one,staffing,agency,rate,yes,2017-04-01,1200,1200,,,,,,\n"
      + "c,Title,trust-one,medicines,agency,Rate,yes,2017-04-01,1200,1200,,,,,,\n"
      + "b,Title,trust-two,staffing,agency,rate,no,2017-04-01,5,1200,,,,,,\n"
    let problems = try read(stage, rows).problems
    let places = problems.map { "\($0.row ?? 0) \($0.column ?? "")" }
    #expect(
      places == [
        "2 Title", "2 Organisation", "2 Start", "2 Recurrent", "2 Recurrent plan £k", "4 Pool",
        "5 Recurrent plan £k", "5 Scheme",
      ])
    #expect(problems[5].expected.contains("b in row 3 claims it"))
    #expect(
      problems[1].text.hasPrefix("row 2, column Organisation: found “Nobody”; expected an id"))
    await #expect(throws: EventRefusal.self) {
      try await stage.desk.accept(Self.header + rows, by: office)
    }
    #expect(try stage.data.ledger.entries().isEmpty)
  }

  @Test func `is checked against itself: plan, variance and forecast`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register("rates", SavingsStage.terms(pounds: 1.2e6), by: office)
    try await stage.deliver("rates")
    let start = "rates,Pay less,trust-one,staffing,agency,rate,yes,2017-04-01,1200,1200,2017-08-31,"
    let problems = try read(stage, start + "450,380,-60,1000,-100\n").problems
    #expect(problems.map(\.column) == ["YTD plan £k", "Variance £k", "Forecast variance £k"])
    #expect(problems.first?.expected == "500, the plan from April to August 2017")
    let clean = Self.header + start + "500,380,(120),1000,(200)\n"
    try await stage.desk.accept(clean, by: office)
    let record = try stage.desk.scheme("rates")
    #expect(record.actuals[SavingsMonth(year: 2017, month: 8)]?.value == 380_000)
    #expect(record.forecast?.value.stated == 1_000_000)
  }

  @Test func `can be copied from a spreadsheet`() throws {
    let stage = try SavingsStage()
    let text =
      (Self.header
      + "rates,Pay rates,trust-one,staffing,agency,rate,yes,2017-04-01,1200,1200,,,,,,\n")
      .replacing(",", with: "\t")
    let report = SchemeImport(plan: stage.plan, state: try stage.desk.state(), today: stage.today)
      .read(text)
    #expect(report.isClean && report.added.count == 1)
  }

  @Test func `needs its columns, and knows no others`() throws {
    let stage = try SavingsStage()
    let reading = SchemeImport(plan: stage.plan, state: try stage.desk.state(), today: stage.today)
    let problems = reading.read("Scheme,Colour\na,blue\n").problems
    #expect(problems.contains { $0.column == "Colour" })
    #expect(problems.contains { $0.expected == "a column Title" })
    #expect(!reading.read("").isClean)
    #expect(!reading.read("\"never closed").isClean)
  }

  @Test func `can give the months of the first year`() throws {
    let stage = try SavingsStage()
    let reading = SchemeImport(plan: stage.plan, state: try stage.desk.state(), today: stage.today)
    let header =
      "Scheme,Title,Organisation,Working group,Pool,Driver,Recurrent,Start,"
      + "Recurrent plan £k,In-year annual plan £k,Jan,Feb,Mar\n"
    let row = "a,Title,trust-one,staffing,agency,rate,yes,2018-01-01,1200,90,"
    let problems = reading.read(header + row + "10,30,60\n").problems
    #expect(problems.first?.expected == "the sum of the months, 100")
    #expect(reading.read(header + row + "10,30,50\n").isClean)
  }
}

@Suite struct `A table of benefits` {
  private let header =
    "Benefit number,Category,Class,Description,Responsible officer,Organisation,Working group,"
    + "Performance measure,Baseline,Target improvement\n"

  @Test func `is taken over whole when it is clean, and not at all when it is not`() async throws {
    let stage = try SavingsStage()
    let good = "known,patients,quantifiable,Known faces,Lead,trust-one,staffing,Shifts,100,60\n"
    let bad =
      "again,patients,quantifiable,Known faces,Lead,trust-one,medicines,shifts,100,60\n"
      + "odd,cats,nice,,,nobody,,,,\n"
    let reading = BenefitImport(
      plan: stage.plan, state: try stage.benefits.state(), schemes: [])
    let problems = reading.read(header + good + bad).problems
    #expect(
      problems.map { "\($0.row ?? 0) \($0.column ?? "")" } == [
        "3 Performance measure", "4 Category", "4 Class", "4 Description", "4 Responsible officer",
        "4 Organisation", "4 Performance measure",
      ])
    #expect(problems[0].expected.contains("known in row 2"))
    await #expect(throws: EventRefusal.self) {
      try await stage.benefits.accept(
        header + good + bad, schemes: [], by: SavingsStage.office)
    }
    #expect(try stage.benefits.state().benefits.isEmpty)
    try await stage.benefits.accept(header + good, schemes: [], by: SavingsStage.office)
    #expect(try stage.benefits.benefit("known").terms.target == "60")
  }
}
