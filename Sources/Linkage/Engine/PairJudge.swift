// SPDX-License-Identifier: Apache-2.0

/// Finds the level that a pair of records reaches in each comparison.
///
/// One is made for each thread: it remembers similarities within a pair.
final class PairJudge {
  private let instructions: UnsafeMutablePointer<Instruction>
  private let comparers: [TextComparer]
  private let tables: ValueTables
  /// The same comparers and days without counting who holds them at every pair.
  private let unheld: UnsafeMutablePointer<Unmanaged<TextComparer>>
  private let days: UnsafeMutablePointer<UnsafeMutablePointer<ValueTables.Day>>
  /// The values of text comparisons of this pair, valid where `stamps` is the pair's.
  private let memo: UnsafeMutablePointer<Double>
  private let stamps: UnsafeMutablePointer<UInt64>
  private var pair: UInt64 = 0

  init(_ model: CompiledModel, _ tables: ValueTables, _ variant: StringVariant) {
    instructions = .allocate(capacity: max(1, model.instructions.count))
    instructions.initialize(from: model.instructions, count: model.instructions.count)
    comparers = model.texts.map { TextComparer($0, tables, variant) }
    self.tables = tables
    unheld = .allocate(capacity: comparers.count + 1)
    for (index, comparer) in comparers.enumerated() {
      (unheld + index).initialize(to: .passUnretained(comparer))
    }
    days = .allocate(capacity: tables.days.count + 1)
    for (index, list) in tables.days.enumerated() { (days + index).initialize(to: list.days) }
    memo = .allocate(capacity: comparers.count + 1)
    memo.initialize(repeating: 0, count: comparers.count + 1)
    stamps = .allocate(capacity: comparers.count + 1)
    stamps.initialize(repeating: 0, count: comparers.count + 1)
  }

  deinit {
    instructions.deallocate()
    unheld.deallocate()
    days.deallocate()
    memo.deallocate()
    stamps.deallocate()
  }

  /// Forgets what was remembered of the last pair.
  @inline(__always)
  func begin() { pair &+= 1 }

  /// Goes on from a place to a level, whose complement is the answer, or, when only quick questions are
  /// wanted, to the first that is not.
  @inline(__always)
  func advance(
    _ start: Int32, quickly: Bool, _ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>,
    equal: UInt64, present: UInt64
  ) -> Int32 {
    var place = start
    while place >= 0 {
      let asked = instructions + Int(place)
      let holds: Bool
      switch asked.pointee.question {
      case .present: holds = present & asked.pointee.mask == asked.pointee.mask
      case .equal: holds = equal & asked.pointee.mask == asked.pointee.mask
      case .crossed:
        let code = left[asked.pointee.left]
        holds = code >= 0 && code == right[asked.pointee.right]
      default:
        if quickly { return place }
        holds = answer(asked, left, right)
      }
      place = holds ? asked.pointee.ifTrue : asked.pointee.ifFalse
    }
    return place
  }

  private func answer(
    _ asked: UnsafeMutablePointer<Instruction>, _ left: UnsafePointer<Int32>,
    _ right: UnsafePointer<Int32>
  ) -> Bool {
    let leftCode = left[asked.pointee.left]
    let rightCode = right[asked.pointee.right]
    guard leftCode >= 0, rightCode >= 0 else { return false }
    switch asked.pointee.question {
    case .similar: return text(asked.pointee.memo, leftCode, rightCode) >= asked.pointee.limit
    case .edits: return text(asked.pointee.memo, leftCode, rightCode) <= asked.pointee.limit
    case .daysApart, .dayAndMonthSwapped:
      return date(asked, Int(leftCode), Int(rightCode))
    case .nickname:
      let groups = tables.groups[asked.pointee.table]
      let other = groups[Int(rightCode)]
      return groups[Int(leftCode)].contains { other.contains($0) }
    case .present, .equal, .crossed: return false
    }
  }

  @inline(__always)
  private func text(_ index: Int, _ left: Int32, _ right: Int32) -> Double {
    if stamps[index] == pair { return memo[index] }
    let value = unheld[index]._withUnsafeGuaranteedRef { $0.value(left, right) }
    memo[index] = value
    stamps[index] = pair
    return value
  }

  @inline(__always)
  private func date(
    _ asked: UnsafeMutablePointer<Instruction>, _ left: Int, _ right: Int
  ) -> Bool {
    let list = days[asked.pointee.table]
    let one = list[left]
    let other = list[right]
    guard one.number >= 0, other.number >= 0 else { return false }
    if asked.pointee.question == .dayAndMonthSwapped { return one.swapped == other.digits }
    return Double(abs(one.number - other.number)) <= asked.pointee.limit
  }
}
