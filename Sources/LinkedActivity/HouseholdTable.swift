// SPDX-License-Identifier: Apache-2.0

/// Households by how many live in them, where the first of them lives.
///
/// A household is everybody with one property reference. Very large ones are as a rule not
/// households but homes and halls, so they are counted apart.
struct HouseholdTable {
  static let sizes = ["1", "2", "3-4", "5-6", "7-12", "13+"]
  private static let largest = [1, 2, 4, 6, 12]
  private var cube: Cube

  init(_ people: LinkedPeople) {
    var sizes: [Int] = []
    var places: [UInt16] = []
    for person in 0..<people.count {
      let household = Int(people.household[person])
      guard household > 0 else { continue }
      while sizes.count < household {
        sizes.append(0)
        places.append(0)
      }
      if sizes[household - 1] == 0 { places[household - 1] = people.place[person] }
      sizes[household - 1] += 1
    }
    cube = Cube(places: people.places, ages: ["all"], groups: HouseholdTable.sizes)
    for (place, size) in zip(places, sizes) where size > 0 {
      let band = HouseholdTable.largest.firstIndex { size <= $0 } ?? HouseholdTable.largest.count
      let index = cube.index(Int(place), 0, band)
      var amount = cube.cells[index]
      amount.value += 1
      amount.people += size
      cube.put(amount, at: index)
    }
  }

  var rows: [UnsafeRow] { cube.rows("households", "households", totals: [true, false, true]) }
}
