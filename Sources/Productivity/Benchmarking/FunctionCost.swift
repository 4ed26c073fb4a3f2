// SPDX-License-Identifier: Apache-2.0

/// What an organisation spends on a function, such as finance or pharmacy.
public struct FunctionSpend: Sendable, Equatable {
  /// The function.
  public var function: String
  /// The organisation.
  public var organisation: String
  /// What it costs, in pounds.
  public var cost: Double
  /// What it serves: income in pounds, weighted activity units, staff.
  public var base: Double

  /// The spending of an organisation on a function.
  public init(function: String, organisation: String, cost: Double, base: Double) {
    self.function = function
    self.organisation = organisation
    self.cost = cost
    self.base = base
  }
}

/// Functions such as finance, human resources or pharmacy, each compared across organisations by
/// its cost for a stated amount of what it serves, such as £1 million of income.
public struct FunctionCost: Sendable {
  /// One function across its organisations.
  public struct Function: Sendable {
    /// The function.
    public let name: String
    /// Its organisations beside each other.
    public let benchmark: Benchmark
  }

  /// The functions that can be compared, in the order in which they first appear.
  public let functions: [Function]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// Compares functions.
  ///
  /// - Parameters:
  ///   - spends: at most one for each organisation and function.
  ///   - amount: the amount of the base that a cost is given for, such as 1,000,000 of income.
  ///   - method: peers, percentiles and target; lower is better.
  /// - Throws: `ProductivityError`.
  public init(
    _ spends: [FunctionSpend], per amount: Double, _ method: BenchmarkMethod
  ) throws(ProductivityError) {
    guard amount > 0 else {
      throw .outOfRange(
        what: "the amount that a cost is given for", found: amount, expected: "a number above 0")
    }
    var order: [String] = []
    var groups: [String: [BenchmarkUnit]] = [:]
    for spend in spends {
      if groups[spend.function] == nil { order.append(spend.function) }
      let base = spend.base > 0 ? spend.base / amount : 0
      groups[spend.function, default: []].append(
        BenchmarkUnit(
          spend.organisation, value: base > 0 ? spend.cost / base : 0, volume: base))
    }
    var functions: [Function] = []
    var excluded: [ExcludedInput] = []
    for name in order {
      do {
        let benchmark = try Benchmark(groups[name] ?? [], method)
        functions.append(Function(name: name, benchmark: benchmark))
        excluded += benchmark.excluded.map { ExcludedInput("\(name), \($0.subject)", $0.reason) }
      } catch {
        guard case .nothingLeft(_, let reasons) = error else { throw error }
        excluded += reasons.map { ExcludedInput("\(name), \($0.subject)", $0.reason) }
      }
    }
    if functions.isEmpty { throw .nothingLeft(of: "functions", excluded: excluded) }
    self.functions = functions
    self.excluded = excluded
  }
}
