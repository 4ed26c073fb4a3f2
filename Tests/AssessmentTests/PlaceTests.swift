// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage
import Testing

@Suite struct `Where somebody lives` {
  private static let reader = Result {
    try PlanReader(folder: repository + "/Plans/kent-and-medway")
  }
  private static let finder = Result { PlaceFinder(try reader.get().plan()) }

  @Test(arguments: [
    ("CT10", "CT10"), ("ct10", "CT10"), ("CT10 2AJ", "CT10"), ("ct102aj", "CT10"),
    ("  Broadstairs ", "Broadstairs"), ("HERNE BAY", "Herne Bay"), ("Thanet", "Thanet district"),
    ("Thanet 006", "Thanet 006"), ("e02005137", "Thanet 006"),
    ("westgate on sea", "Westgate-on-Sea"),
  ])
  func `is found however it is typed`(typed: String, name: String) throws {
    #expect(try Self.finder.get().matches(typed).map(\.name) == [name])
  }

  @Test(arguments: ["", "   ", "Atlantis", "SW1A 1AA", "<script>", "%", "ct"])
  func `is nowhere, or many places, when the text says no more`(typed: String) throws {
    #expect(try Self.finder.get().matches(typed).count != 1)
  }

  @Test func `has an address of its own, that finds it again`() throws {
    let finder = try Self.finder.get()

    #expect(Set(finder.places.map(\.id)).count == finder.places.count)
    for place in finder.places {
      #expect(finder.place(place.id) == place)
      #expect(place.id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" })
      #expect(!place.areas.isEmpty)
    }
  }

  @Test func `every neighbourhood of the partnership has a town and a postcode district`() throws {
    let finder = try Self.finder.get()
    let all = Set(finder.places.filter { $0.kind == .neighbourhood }.flatMap(\.areas))

    for kind in [Place.Kind.town, .postcodeDistrict, .district] {
      #expect(Set(finder.places.filter { $0.kind == kind }.flatMap(\.areas)) == all)
    }
  }

  @Test func `has the same journeys alone as among all areas`() throws {
    let model = try #require(try Assessment(Self.reader.get()).options.first).model
    let place = try #require(try Self.finder.get().matches("Broadstairs").first)
    let wanted = Set(place.areas)
    for configuration in model.configurations {
      for set in model.journeys.map(\.row.id) {
        let all = model.outcome(of: configuration.sites, journeys: set)?.areas ?? []
        let alone = model.areaOutcomes(of: configuration.sites, journeys: set, in: wanted)
        let same = all.filter { wanted.contains($0.area.id) }
        #expect(alone.map(\.site) == same.map(\.site))
        #expect(alone.map(\.minutes) == same.map(\.minutes))
        #expect(alone.map(\.longest) == same.map(\.longest))
      }
    }
  }

  @Test func `decides where its people would go, as the options themselves do`() throws {
    let assessment = try Assessment(Self.reader.get())
    let model = try #require(assessment.options.first).model
    let place = try #require(try Self.finder.get().matches("Broadstairs").first)
    let outlook = try #require(PlaceOutlook(place, model))
    let option = try #require(outlook.options.first { $0.configuration.id == "b" })
    let outcome = try #require(model.outcome(of: option.configuration.sites))
    let minutes = outcome.areas.filter { place.areas.contains($0.area.id) }.map(\.minutes)

    #expect(outlook.now?.units.map(\.site) == ["queen-elizabeth-the-queen-mother"])
    #expect(option.units.map(\.site) == ["william-harvey"] && option.units[0].share == 1)
    #expect(option.journeys.first { $0.id == model.service.travel }?.most == minutes.max())
    #expect(option.journeys.count == model.journeys.count)
    #expect((option.change ?? 0) > 40 && (option.change ?? 0) < 55)
    #expect(outlook.now?.change == 0)
    #expect(outlook.neighbourhoods(option.configuration).count == place.areas.count)
  }
}
