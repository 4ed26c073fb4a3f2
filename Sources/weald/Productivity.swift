// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The productivity tools: a table in, a report out.
struct ProductivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "productivity",
    abstract: "Compare costs, prices, staffing and medicines from a table.",
    discussion: """
      Each tool reads a CSV file with a header. The main table of the result goes to standard \
      output as CSV, and what it means to standard error; --table chooses another table and \
      --json writes everything. --example prints a table to start from.

      Every problem of a file is listed at once, with row and column, and nothing is worked out \
      until there is none. docs/productivity.md has the columns and the methods.
      """,
    subcommands: [
      BenchmarkCommand.self, UnitCostCommand.self, PricesCommand.self, StaffingCommand.self,
      SharedBankCommand.self, BiosimilarCommand.self, MedicinesCommand.self,
      PathologyCommand.self, CorporateCommand.self,
    ])
}

/// Peers and opportunities.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Compare a cost with peers chosen in the open.",
    discussion: "Columns: organisation, cost, volume, and perhaps period and like_….")

  @OptionGroup var arguments: ToolArguments
  @Option(help: "lower or higher is better.") var direction: String?
  @Option(help: "everyone, nearest or named.") var peers: String?
  @Option(help: "How many of the nearest.") var count: String?
  @Option(help: "like_ columns that choose the nearest, separated by semicolons.")
  var by: String?
  @Option(help: "Named peers, separated by semicolons.") var names: String?
  @Option(help: "Rule for percentiles, 1 to 9; 7 is usual.") var percentiles: String?
  @Option(help: "An agreed unit cost.") var target: String?
  @Option(help: "List the peers of this organisation only.") var focus: String?

  func run() throws {
    try arguments.run(
      "benchmark",
      [
        "direction": direction, "peers": peers, "count": count, "by": by, "names": names,
        "percentiles": percentiles, "target": target, "focus": focus,
      ])
  }
}

/// Cost per weighted activity unit.
struct UnitCostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit-cost",
    abstract: "Work out cost per weighted activity unit and the reference cost index.",
    discussion: """
      Columns: organisation, currency, activity, national_unit_cost, actual_cost, and perhaps mff \
      and exclude.
      """)

  @OptionGroup var arguments: ToolArguments
  @Option(help: "The first year of the constant, 2014 to 2018.") var year: String?
  @Option(help: "A constant of your own, in pounds.") var constant: String?
  @Option(help: "The national market forces factor.") var nationalMff: String?

  func run() throws {
    try arguments.run(
      "unit-cost", ["year": year, "constant": constant, "national-mff": nationalMff])
  }
}

/// Prices across buyers.
struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices", abstract: "Find what buyers pay differently for the same product.",
    discussion: "Columns: product, buyer, unit, price, quantity.")

  @OptionGroup var arguments: ToolArguments
  @Option(help: "buyers or percentile.") var method: String?
  @Option(help: "Products with fewer buyers are left out.") var fewestBuyers: String?
  @Option(help: "Products whose prices differ more are left out.") var largestRatio: String?
  @Option(help: "The percentile of the target, 0 to 100.") var percentile: String?
  @Option(help: "Products that would save less, in pounds, are left out.") var floor: String?
  @Option(help: "Rule for percentiles, 1 to 9; 7 is usual.") var percentiles: String?

  func run() throws {
    try arguments.run(
      "prices",
      [
        "method": method, "fewest-buyers": fewestBuyers, "largest-ratio": largestRatio,
        "percentile": percentile, "floor": floor, "percentiles": percentiles,
      ])
  }
}

/// Agency shifts.
struct StaffingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staffing", abstract: "Judge agency shifts by the caps and beside the bank.",
    discussion: """
      Columns: date, staff_group, basic_rate, agency_rate, hours, and perhaps organisation, \
      bank_rate and break_glass.
      """)

  @OptionGroup var arguments: ToolArguments
  @Option(help: "Employer on-costs of bank pay, per cent.") var onCost: String?
  @Option(help: "Uplift of the bank rate, pounds an hour.") var uplift: String?
  @Option(help: "Bank hours that were worked anyway.") var existingHours: String?
  @Option(help: "A cap of your own, per cent above basic pay.") var cap: String?

  func run() throws {
    try arguments.run(
      "staffing",
      ["on-cost": onCost, "uplift": uplift, "existing-hours": existingHours, "cap": cap])
  }
}

/// A shared bank.
struct SharedBankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shared-bank", abstract: "Count the shifts that a shared bank would fill.",
    discussion: "Columns: date, organisation, staff_group, requested, available.")

  @OptionGroup var arguments: ToolArguments
  @Option(help: "Share of spare people who would travel, per cent.") var willing: String?
  @Option(help: "Hours of a shift.") var hours: String?
  @Option(help: "Agency rate, pounds an hour.") var agencyRate: String?
  @Option(help: "Bank rate with on-costs, pounds an hour.") var bankRate: String?

  func run() throws {
    try arguments.run(
      "shared-bank",
      ["willing": willing, "hours": hours, "agency-rate": agencyRate, "bank-rate": bankRate])
  }
}

/// Biosimilar medicines.
struct BiosimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "biosimilar", abstract: "Work out what moving to biosimilar medicines saves.",
    discussion: """
      Columns: medicine, existing_patients, units_per_month, originator_price, best_value_price, \
      and perhaps new_patients_per_month, switching_cost and starting_percent.
      """)

  @OptionGroup var arguments: ToolArguments
  @Option(help: "2017 or 2025.") var framework: String?
  @Option(help: "Months to count, 1 to 120.") var months: String?
  @Option(help: "Provider’s share of the net saving, per cent.") var providerShare: String?

  func run() throws {
    try arguments.run(
      "biosimilar",
      ["framework": framework, "months": months, "provider-share": providerShare])
  }
}

/// Uptake of medicines.
struct MedicinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "medicines", abstract: "Compare uptake of best-value medicines with a target.",
    discussion: """
      Columns: medicine, organisation, treatments, best_value_treatments, target_percent, price_gap.
      """)

  @OptionGroup var arguments: ToolArguments

  func run() throws { try arguments.run("medicines", [:]) }
}

/// Pathology hubs.
struct PathologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathology", abstract: "Choose pathology hubs by trying every set of them.",
    discussion: """
      Columns: kind (site, class, volume or route), name, other, fixed_cost, essential_cost, \
      may_be_hub, tests, unit_cost, exponent, analysis_minutes, limit_minutes, minutes, \
      cost_per_test.
      """)

  @OptionGroup var arguments: ToolArguments
  @Option(help: "Fixed cost that stays in the first year, per cent.") var stranded: String?

  func run() throws { try arguments.run("pathology", ["stranded": stranded]) }
}

/// Corporate functions.
struct CorporateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corporate",
    abstract: "Compare functions, such as finance or pharmacy, by what they serve.",
    discussion: "Columns: function, organisation, cost, base.")

  @OptionGroup var arguments: ToolArguments
  @Option(help: "Amount of the base that a rate is for; 1000000 is usual.") var per: String?
  @Option(help: "Rule for percentiles, 1 to 9; 7 is usual.") var percentiles: String?

  func run() throws { try arguments.run("corporate", ["per": per, "percentiles": percentiles]) }
}
