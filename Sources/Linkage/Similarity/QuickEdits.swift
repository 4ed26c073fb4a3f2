// SPDX-License-Identifier: Apache-2.0

extension CharacterPlaces {
  /// How many changes make the text held and another equal; the text held has 1 to 64 bytes.
  ///
  /// The column of the table of distances is kept as differences, one bit a place: Myers (1999) as
  /// simplified by Hyyrö (2003), who also gives the swaps of neighbours.
  @inline(__always)
  func distance(
    _ leftCount: Int, _ right: UnsafePointer<UInt8>, _ rightCount: Int, _ measure: EditMeasure
  ) -> Int {
    var rises: UInt64 = .max
    var falls: UInt64 = 0
    var diagonal: UInt64 = 0
    var previous: UInt64 = 0
    var distance = leftCount
    let last: UInt64 = 1 << UInt64(leftCount - 1)
    for index in 0..<rightCount {
      let places = self[right[index]]
      var swapped: UInt64 = 0
      if measure == .damerauLevenshtein { swapped = ((~diagonal & places) << 1) & previous }
      diagonal = (((places & rises) &+ rises) ^ rises) | places | falls | swapped
      var up = falls | ~(diagonal | rises)
      var down = diagonal & rises
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      up = up << 1 | 1
      down <<= 1
      rises = down | ~(diagonal | up)
      falls = up & diagonal
      previous = places
    }
    return distance
  }
}
