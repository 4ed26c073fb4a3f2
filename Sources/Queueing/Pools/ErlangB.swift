// SPDX-License-Identifier: Apache-2.0

/// Erlang's loss formula: a pool of servers where an arrival that finds all of them busy goes
/// elsewhere.
///
/// The formula holds for every distribution of service time with the same mean. Reference: Erlang,
/// A. K. (1917), "Solution of some problems in the theory of probabilities of significance in
/// automatic telephone exchanges".
public enum ErlangB {
  /// The share of arrivals that find all servers busy.
  ///
  /// The recursion over servers has only positive terms, so a pool of 100,000 loses no digits.
  /// - Parameters:
  ///   - load: Arrivals in a mean service time, which is the mean number of people if nobody were
  ///     ever turned away.
  ///   - servers: Servers or beds.
  /// - Returns: A share from 0 to 1.
  /// - Throws: `QueueError` for numbers out of range.
  /// - Complexity: O(servers).
  public static func blocking(load: Double, servers: Int) throws(QueueError) -> Double {
    try Check.load(load)
    try Check.servers(servers)
    return chance(load, servers)
  }

  /// The share of servers that are busy: what is not turned away, divided by the servers.
  public static func utilisation(load: Double, servers: Int) throws(QueueError) -> Double {
    load * (1 - (try blocking(load: load, servers: servers))) / Double(servers)
  }

  /// The fewest servers that turn at most a share of arrivals away.
  ///
  /// - Throws: `QueueError.notEnough` when the largest pool that is calculated is too small.
  public static func servers(load: Double, blocking: Double) throws(QueueError) -> Int {
    try Check.load(load)
    try Check.chance(blocking, "the share turned away")
    return try fewest(load) { chance, _ in chance <= blocking }
  }

  /// The largest load of which a pool turns at most a share away.
  ///
  /// - Complexity: O(servers), about sixty times.
  public static func load(servers: Int, blocking: Double) throws(QueueError) -> Double {
    try Check.servers(servers)
    try Check.chance(blocking, "the share turned away")
    // Even a pool that never rests serves no more than its servers: a(1 - B) < servers.
    return Bisection.largest(in: 0...(Double(servers) / (1 - blocking))) { load in
      chance(load, servers) <= blocking
    }
  }

  static func chance(_ load: Double, _ servers: Int) -> Double {
    var chance = 1.0
    for count in 0..<servers {
      let carried = load * chance
      chance = carried / (Double(count + 1) + carried)
    }
    return chance
  }

  /// Adds servers one by one until a rule about the loss is met.
  static func fewest(
    _ load: Double, _ isEnough: (_ chance: Double, _ servers: Double) -> Bool
  ) throws(QueueError) -> Int {
    var chance = 1.0
    for count in 1...Check.mostServers {
      let carried = load * chance
      chance = carried / (Double(count) + carried)
      if isEnough(chance, Double(count)) { return count }
    }
    throw .notEnough("the pool for a load of \(load)", most: Check.mostServers)
  }
}
