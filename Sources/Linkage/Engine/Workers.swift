// SPDX-License-Identifier: Apache-2.0

/// How pieces of work are carried out: one after the other here, or on several threads at the edge.
///
/// Results are gathered in the order of the pieces, so that they do not depend on who did what.
public struct Workers: Sendable {
  private let each: @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// Work that is done by this function, which calls its second argument once for every number from 0 to
  /// below its first, in any order and on any thread, and returns when all calls have.
  public init(each: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void) {
    self.each = each
  }

  /// One piece after the other, on the caller's thread.
  public static let serial = Workers { count, work in
    for index in 0..<count { work(index) }
  }

  /// The results of all pieces, in order.
  public func map<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    let results = Results<Result>(count)
    each(count) { results.store(work($0), at: $0) }
    return results.all()
  }

  /// One place for each result, written by one piece alone.
  private final class Results<Result>: @unchecked Sendable {
    private let places: UnsafeMutablePointer<Result?>
    private let count: Int

    init(_ count: Int) {
      self.count = count
      places = .allocate(capacity: count)
      places.initialize(repeating: nil, count: count)
    }

    deinit {
      places.deinitialize(count: count)
      places.deallocate()
    }

    func store(_ result: Result, at index: Int) { places[index] = result }

    func all() -> [Result] { (0..<count).compactMap { places[$0] } }
  }
}
