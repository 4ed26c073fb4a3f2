// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Synchronization

/// How often something may be tried in a while: a bucket of tokens for each who tries
/// (Turner, "New directions in communications", 1986).
///
/// Buckets are in memory and hashed by nothing but their key; there is a bound on how many.
public final class AttemptLimit: Sendable {
  private struct Bucket {
    var tokens: Double
    var filledOn: Date
  }

  private let size: Double
  private let tokensPerSecond: Double
  private let mostBuckets: Int
  private let buckets = Mutex<[String: Bucket]>([:])

  /// So many attempts in so many seconds.
  public init(_ attempts: Int, in seconds: Double, mostKeys: Int = 20_000) {
    size = Double(max(1, attempts))
    tokensPerSecond = size / seconds
    mostBuckets = max(1, mostKeys)
  }

  /// Takes one attempt, or gives the time from which one is free again.
  public func take(_ key: String, at now: Date) -> Date? {
    buckets.withLock { buckets in
      var bucket = filled(buckets[key], now)
      guard bucket.tokens >= 1 else {
        buckets[key] = bucket
        return now.addingTimeInterval((1 - bucket.tokens) / tokensPerSecond)
      }
      bucket.tokens -= 1
      if buckets[key] == nil { makeRoom(&buckets, now) }
      buckets[key] = bucket
      return nil
    }
  }

  /// Gives an attempt back, when it was a good one.
  public func giveBack(_ key: String) {
    buckets.withLock { buckets in
      guard let bucket = buckets[key] else { return }
      buckets[key]?.tokens = min(size, bucket.tokens + 1)
    }
  }

  /// How many keys are remembered.
  public var count: Int { buckets.withLock { $0.count } }

  private func filled(_ bucket: Bucket?, _ now: Date) -> Bucket {
    guard let bucket else { return Bucket(tokens: size, filledOn: now) }
    let seconds = max(0, now.timeIntervalSince(bucket.filledOn))
    return Bucket(tokens: min(size, bucket.tokens + seconds * tokensPerSecond), filledOn: now)
  }

  /// Forgets full buckets, which say nothing; if that is not enough, the oldest half.
  private func makeRoom(_ buckets: inout [String: Bucket], _ now: Date) {
    guard buckets.count >= mostBuckets else { return }
    buckets = buckets.filter { filled($0.value, now).tokens < size }
    guard buckets.count >= mostBuckets else { return }
    let oldest = buckets.sorted { $0.value.filledOn < $1.value.filledOn }
    for (key, _) in oldest.prefix(mostBuckets / 2 + 1) { buckets[key] = nil }
  }

  /// The key of a network address: an IPv6 address counts as its network of 64 bits, of which one
  /// subscriber usually has all.
  public static func key(address: String) -> String {
    guard address.contains(":"), !address.contains(".") else { return address }
    let groups = address.prefix { $0 != "%" }
      .split(separator: ":", omittingEmptySubsequences: false)
    guard let gap = groups.dropFirst().firstIndex(of: "") else {
      return groups.prefix(4).joined(separator: ":")
    }
    // "::" stands for as many groups of zeroes as are missing.
    let front = groups[..<gap].filter { !$0.isEmpty }
    let back = groups[gap...].filter { !$0.isEmpty }
    let zeroes = Array(repeating: Substring("0"), count: max(0, 8 - front.count - back.count))
    return (front + zeroes + back).prefix(4).joined(separator: ":")
  }
}
