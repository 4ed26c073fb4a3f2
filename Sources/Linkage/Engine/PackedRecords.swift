// SPDX-License-Identifier: Apache-2.0

/// All records side by side, each in one line of 64 bytes or a few, so that a pair is two reads of memory.
///
/// A line has 16 lanes of 32 bits. In the first line lanes 0 to 12 hold slots, lane 13 the source, and lanes
/// 14 and 15 one bit for each lane of the record, set where it holds something. Further lines hold slots.
final class PackedRecords: @unchecked Sendable {  // written in `init` alone
  typealias Line = SIMD16<Int32>

  let count: Int
  /// Lines for each record.
  let width: Int
  private let lines: UnsafeMutablePointer<Line>
  /// The bit of the lane that holds the source.
  static let sourceBit: UInt64 = 1 << 13

  init(_ slots: Slots, sources: [UInt16]) {
    count = sources.count
    let lanes = slots.values.isEmpty ? 0 : Slots.lane(slot: slots.values.count - 1) + 1
    width = max(1, (lanes + 15) / 16)
    lines = .allocate(capacity: max(1, count * width))
    for start in stride(from: 0, to: count, by: 2048) {
      fill(start..<min(count, start + 2048), slots, sources)
    }
  }

  deinit { lines.deallocate() }

  /// The lines of a record.
  @inline(__always)
  func lines(_ row: Int) -> UnsafePointer<Line> { UnsafePointer(lines + row * width) }

  /// The lanes of a record.
  @inline(__always)
  func lanes(_ row: Int) -> UnsafePointer<Int32> {
    UnsafeRawPointer(lines + row * width).assumingMemoryBound(to: Int32.self)
  }

  /// The bits of the lanes in which a record holds something.
  @inline(__always)
  static func present(_ lanes: UnsafePointer<Int32>) -> UInt64 {
    UInt64(UInt32(bitPattern: lanes[14])) | UInt64(UInt32(bitPattern: lanes[15])) << 32
  }

  private static let laneBits = Line(
    1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)

  /// The bits of the lanes that are the same in two records.
  @inline(__always)
  func same(_ left: UnsafePointer<Line>, _ right: UnsafePointer<Line>) -> UInt64 {
    var bits = Self.bits(left[0], right[0])
    if width > 1 {
      for line in 1..<width { bits |= Self.bits(left[line], right[line]) << UInt64(line * 16) }
    }
    return bits
  }

  @inline(__always)
  private static func bits(_ left: Line, _ right: Line) -> UInt64 {
    let same = unsafeBitCast(left .== right, to: Line.self) & laneBits
    return UInt64(UInt32(bitPattern: same.wrappedSum()))
  }

  private func fill(_ rows: Range<Int>, _ slots: Slots, _ sources: [UInt16]) {
    let lanes = UnsafeMutableRawPointer(lines).assumingMemoryBound(to: Int32.self)
    let step = width * 16
    for row in rows {
      for line in 0..<width { (lines + row * width + line).initialize(to: Line(repeating: -1)) }
      lanes[row * step + 13] = Int32(sources[row])
    }
    var present = [UInt64](repeating: 0, count: rows.count)
    for (slot, values) in slots.values.enumerated() {
      let lane = Slots.lane(slot: slot)
      for row in rows {
        let code = values.code(row)
        guard code >= 0 else { continue }
        lanes[row * step + lane] = code
        present[row - rows.lowerBound] |= 1 << UInt64(lane)
      }
    }
    for row in rows {
      let bits = present[row - rows.lowerBound]
      lanes[row * step + 14] = Int32(bitPattern: UInt32(truncatingIfNeeded: bits))
      lanes[row * step + 15] = Int32(bitPattern: UInt32(truncatingIfNeeded: bits >> 32))
    }
  }
}
