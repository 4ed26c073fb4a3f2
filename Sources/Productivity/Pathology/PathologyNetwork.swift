// SPDX-License-Identifier: Apache-2.0

/// A hospital with a laboratory.
public struct PathologySite: Sendable, Equatable {
  /// The name of the site.
  public var name: String
  /// Pounds a year for a full laboratory, before any test.
  public var fullCost: Double
  /// Pounds a year for an essential-services laboratory, which does only what cannot be moved.
  public var essentialCost: Double
  /// Whether tests of other sites may be brought here.
  public var mayBeHub: Bool

  /// A site.
  public init(_ name: String, fullCost: Double, essentialCost: Double, mayBeHub: Bool = true) {
    self.name = name
    self.fullCost = fullCost
    self.essentialCost = essentialCost
    self.mayBeHub = mayBeHub
  }
}

/// Tests that are done alike and are needed equally soon.
public struct PathologyTestClass: Sendable, Equatable {
  /// The name of the class.
  public var name: String
  /// `c` of `c × v^b`, in pounds for v tests a year.
  public var unitCost: Double
  /// `b`: 1 for a cost that rises in step, below 1 for economies of scale.
  public var scaleExponent: Double
  /// Minutes in the laboratory.
  public var analysisMinutes: Double
  /// Minutes from taking the sample to the result, at most.
  public var limitMinutes: Double

  /// A class of tests.
  public init(
    _ name: String, unitCost: Double, scaleExponent: Double, analysisMinutes: Double,
    limitMinutes: Double
  ) {
    self.name = name
    self.unitCost = unitCost
    self.scaleExponent = scaleExponent
    self.analysisMinutes = analysisMinutes
    self.limitMinutes = limitMinutes
  }

  /// Pounds a year for a number of tests in one laboratory.
  public func variableCost(_ tests: Double) -> Double {
    tests > 0 ? unitCost * Elementary.power(tests, scaleExponent) : 0
  }
}

/// The way between two sites, either way.
public struct PathologyRoute: Sendable, Equatable {
  /// One end.
  public var from: String
  /// The other end.
  public var to: String
  /// Minutes for a sample, waiting for the van included.
  public var minutes: Double
  /// Pounds to carry one sample.
  public var costPerTest: Double

  /// A way between two sites.
  public init(from: String, to: String, minutes: Double, costPerTest: Double) {
    self.from = from
    self.to = to
    self.minutes = minutes
    self.costPerTest = costPerTest
  }
}

/// Tests a year that a site asks for.
public struct PathologyVolume: Sendable, Equatable {
  /// The site.
  public var site: String
  /// The class of tests.
  public var testClass: String
  /// Tests a year.
  public var tests: Double

  /// Tests of a site.
  public init(site: String, testClass: String, tests: Double) {
    self.site = site
    self.testClass = testClass
    self.tests = tests
  }
}

/// The laboratories of a partnership, and what they are asked for.
public struct PathologyNetwork: Sendable, Equatable {
  /// The sites.
  public var sites: [PathologySite]
  /// The classes of tests.
  public var classes: [PathologyTestClass]
  /// The ways between sites.
  public var routes: [PathologyRoute]
  /// What is asked for.
  public var volumes: [PathologyVolume]
  /// The share of the fixed cost of a laboratory made smaller that stays for the first year, from
  /// 0 to 1.
  public var strandedShare: Double

  /// A network.
  public init(
    sites: [PathologySite], classes: [PathologyTestClass], routes: [PathologyRoute],
    volumes: [PathologyVolume], strandedShare: Double = 0
  ) {
    self.sites = sites
    self.classes = classes
    self.routes = routes
    self.volumes = volumes
    self.strandedShare = strandedShare
  }
}
