// SPDX-License-Identifier: Apache-2.0

/// Erlang's delay formula: a pool of servers with one queue, from which nobody goes away.
///
/// Arrivals are Poisson and service times exponential. Reference: Erlang, A. K. (1917), as for
/// `ErlangB`.
public enum ErlangC {
  /// The share of arrivals that find all servers busy and wait.
  ///
  /// - Parameters:
  ///   - load: Arrivals in a mean service time; the mean number of busy servers.
  ///   - servers: Servers or beds.
  /// - Returns: A share from 0 to 1.
  /// - Throws: `QueueError.unstable` when the load is not below the number of servers; its growth
  ///   is in people for each mean service time.
  /// - Complexity: O(servers).
  public static func waiting(load: Double, servers: Int) throws(QueueError) -> Double {
    try Check.load(load)
    try Check.servers(servers)
    try Check.stable(arrivals: load, capacity: Double(servers))
    return chance(load, servers)
  }

  /// The fewest servers with which at most a share of arrivals waits.
  public static func servers(load: Double, waiting: Double) throws(QueueError) -> Int {
    try Check.load(load)
    try Check.chance(waiting, "the share that waits")
    return try ErlangB.fewest(load) { blocking, servers in
      load < servers && fromLoss(blocking, load, servers) <= waiting
    }
  }

  /// The largest load of which at most a share waits.
  public static func load(servers: Int, waiting: Double) throws(QueueError) -> Double {
    try Check.servers(servers)
    try Check.chance(waiting, "the share that waits")
    let capacity = Double(servers)
    return Bisection.largest(in: 0...capacity.nextDown) { chance($0, servers) <= waiting }
  }

  static func chance(_ load: Double, _ servers: Int) -> Double {
    fromLoss(ErlangB.chance(load, servers), load, Double(servers))
  }

  /// Delay from loss: both are the same sums, cut off at different places.
  static func fromLoss(_ blocking: Double, _ load: Double, _ servers: Double) -> Double {
    servers * blocking / (servers - load + load * blocking)
  }
}
