// SPDX-License-Identifier: Apache-2.0

/// Some measures of consecutive subsets.
public struct SubsetBlock: Sendable {
  /// The mask of the first subset; the others follow it one by one.
  public internal(set) var firstMask: UInt32
  /// The measures, in the order asked for.
  public let measures: [SubsetMeasure]
  /// One column for each measure, each with `count` values.
  public internal(set) var columns: [[Double]]
  /// How many subsets the block has.
  public let count: Int

  /// The subset of a row.
  public func subset(_ row: Int) -> Subset { Subset(mask: firstMask + UInt32(row)) }

  /// The values of a measure, or nil when it wasn't asked for.
  public subscript(_ measure: SubsetMeasure) -> [Double]? {
    measures.firstIndex(of: measure).map { columns[$0] }
  }
}

extension EnumerationProblem {
  /// How many low candidates vary within a block: its sums stay in a cache of 512 kB.
  ///
  /// Between 9 and 13 the time hardly changes.
  static let blockBits = 12

  /// Measures every subset block by block, without holding more than one block.
  ///
  /// Blocks come in the order of their masks and cover all of them, the empty subset first. Values
  /// are those of `EverySubset`.
  /// - Parameters:
  ///   - measures: The columns of the blocks.
  ///   - visit: Takes each block; a copy it keeps stays as it is.
  /// - Throws: `EnumerationError.thresholdOutside`.
  public func forEachBlock(
    _ measures: [SubsetMeasure], _ visit: (SubsetBlock) -> Void
  ) throws(EnumerationError) {
    try check(measures)
    let kernel = BlockKernel(self, measures: measures, lowBits: Self.blockBits)
    var block = SubsetBlock(
      firstMask: 0, measures: measures,
      columns: measures.map { _ in Array(repeating: 0, count: kernel.count) },
      count: kernel.count)
    for open in 0..<kernel.blocks {
      kernel.run(open)
      block.firstMask = UInt32(open * kernel.count)
      for (index, measure) in measures.enumerated() {
        block.columns[index].withUnsafeMutableBufferPointer { column in
          guard let base = column.baseAddress else { return }
          kernel.write(measure, to: base, open: open)
        }
      }
      visit(block)
    }
  }
}
