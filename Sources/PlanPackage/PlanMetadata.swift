// SPDX-License-Identifier: Apache-2.0

public import Facts

/// What a plan says about itself in `plan.yaml`.
public struct PlanMetadata: Sendable {
  /// The permanent name.
  public let id: String
  /// The title for a reader.
  public let title: String
  /// The place that the plan is for.
  public let area: String
  /// What it is, in one sentence.
  public let summary: String
  /// `draft` or `published`.
  public let status: String
  /// The first and last year that the plan looks at.
  public let horizon: Period?
  /// The prices that money is in.
  public let priceBase: String
  /// The day on which the plan is read: reviews due before it are late.
  public let asOf: Day
  /// The terms on which it may be used.
  public let licence: String
  /// Who wrote the plan.
  public let contributors: [String]
  /// Whether the figures are made up by a program, which every page then says.
  public let isSynthetic: Bool
  /// How the finance engine is to be run; nil when the plan has no finance model.
  public let finance: FinanceSettings?
  /// How demand is to be projected; nil when the plan leaves it to the finance model.
  public let projection: ProjectionSettings?

  /// Parameters of the projection under uncertainty.
  public struct ProjectionSettings: Sendable, Equatable {
    /// The base year by its first calendar year: 2016 is 2016-17.
    public let baseYear: Int
    /// The last year, by its first calendar year.
    public let lastYear: Int
    /// From which chance is drawn.
    public let seed: UInt64
  }

  /// Parameters of the finance engine.
  public struct FinanceSettings: Sendable {
    /// The base year by its first calendar year: 2016 is 2016-17.
    public let baseYear: Int
    /// The last year, by its first calendar year.
    public let lastYear: Int
    /// The stated fact that the engine's gap in the last year is compared with.
    public let publishedGap: FactID?
  }

  static func read(text: String) -> (PlanMetadata?, [Violation]) {
    var yaml = YAMLReader(text: text, file: "plan.yaml")
    guard yaml.violations.isEmpty else { return (nil, yaml.violations) }
    yaml.allowOnly([
      "id", "title", "area", "summary", "status", "horizon", "price_base", "as_of", "licence",
      "contributors", "synthetic", "models",
    ])
    let id = yaml.value("id", means: "an id of lower-case words and hyphens") {
      FactID($0)?.rawValue
    }
    let status = yaml.value("status", means: "draft or published") {
      ["draft", "published"].contains($0) ? $0 : nil
    }
    let horizon = yaml.value("horizon", means: "a period such as 2016-17/2020-21") { Period($0) }
    let asOf = yaml.value("as_of", means: "a date such as 2017-12-14") { Day(iso: $0) }
    let title = yaml.text("title", means: "the title of the plan")
    let area = yaml.text("area", means: "the place that the plan is for")
    let summary = yaml.text("summary", required: false, means: "one sentence")
    let priceBase = yaml.text("price_base", means: "cash, or a financial year")
    let licence = yaml.text("licence", means: "the terms on which the plan may be used")
    let isSynthetic = yaml.value("synthetic", required: false, means: "true or false") {
      ["true": true, "false": false][$0]
    }
    let (finance, projection) = readModels(&yaml)
    let contributors = yaml.texts("contributors")
    guard yaml.violations.isEmpty, let id, let status, let asOf else {
      return (nil, yaml.violations)
    }
    let metadata = PlanMetadata(
      id: id, title: title, area: area, summary: summary, status: status, horizon: horizon,
      priceBase: priceBase, asOf: asOf, licence: licence, contributors: contributors,
      isSynthetic: isSynthetic ?? false, finance: finance,
      projection: projection)
    return (metadata, [])
  }

  private static func readModels(
    _ yaml: inout YAMLReader
  ) -> (FinanceSettings?, ProjectionSettings?) {
    guard var models = yaml.mapping("models") else { return (nil, nil) }
    models.allowOnly(["finance", "projection"])
    defer { models.violations.forEach { yaml.add($0) } }
    let finance = readFinance(&models)
    return (finance, readProjection(&models, finance))
  }

  private static func readFinance(_ models: inout YAMLReader) -> FinanceSettings? {
    guard var finance = models.mapping("finance") else { return nil }
    finance.allowOnly(["base_year", "last_year", "published_gap"])
    defer { finance.violations.forEach { models.add($0) } }
    let published = finance.value("published_gap", required: false, means: "the id of a fact") {
      FactID($0)
    }
    guard let (base, last) = years(&finance) else { return nil }
    return FinanceSettings(
      baseYear: base, lastYear: last, publishedGap: published)
  }

  /// The settings of the projection; its years are those of the finance model unless it has own.
  private static func readProjection(
    _ models: inout YAMLReader, _ finance: FinanceSettings?
  ) -> ProjectionSettings? {
    guard var projection = models.mapping("projection") else { return nil }
    projection.allowOnly(["base_year", "last_year", "seed"])
    defer { projection.violations.forEach { models.add($0) } }
    let seed = projection.value("seed", required: false, means: "a whole number") { UInt64($0) }
    let years =
      projection.keys.contains("base_year") || projection.keys.contains("last_year")
      ? years(&projection) : finance.map { ($0.baseYear, $0.lastYear) }
    guard let years else { return nil }
    return ProjectionSettings(baseYear: years.0, lastYear: years.1, seed: seed ?? 1)
  }

  private static func years(_ model: inout YAMLReader) -> (Int, Int)? {
    let means = "a financial year such as 2016-17"
    let base = model.value("base_year", means: means) { Period($0)?.firstFinancialYear }
    let last = model.value("last_year", means: means) { Period($0)?.firstFinancialYear }
    guard let base, let last else { return nil }
    guard last > base else {
      model.add(
        Violation(
          file: "plan.yaml", row: model.line(of: "last_year"), column: "last_year",
          found: "a last year before the first", expected: "a year after the base year",
          advice: "Correct base_year or last_year."))
      return nil
    }
    return (base, last)
  }
}
