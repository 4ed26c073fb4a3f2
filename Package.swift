// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "weald",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "weald", targets: ["weald"])
  ],
  dependencies: [
    // The web server: small, structured concurrency throughout.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    // Logic-less page templates, so that no arithmetic can hide in a page.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 for plan.lock, for resource hashes and for entity tags.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // SQLite: the ledger and the stores beside it.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    // Vocabulary: what a figure is. Imports nothing of ours.
    .target(name: "Facts"),
    // Engines: pure and synchronous. They import no other target of ours.
    .target(name: "Finance"),
    .target(name: "Access"),
    // Engines about places share the travel matrix of Access.
    .target(name: "Options", dependencies: ["Access"]),
    .target(name: "Siting", dependencies: ["Access"]),
    .target(name: "Appraisal"),
    .target(name: "Pictures"),
    .target(name: "Schedule"),
    .target(name: "Authority"),
    .target(name: "Savings"),
    .target(name: "Productivity"),
    .target(name: "ProcessControl"),
    // Chance: streams, distributions, correlated draws. Engines under uncertainty share it.
    .target(name: "Sampling"),
    .target(name: "Sensitivity", dependencies: ["Sampling"]),
    .target(name: "Demand", dependencies: ["Sampling"]),
    .target(name: "Resampling", dependencies: ["Sampling"]),
    .target(name: "SyntheticSystem", dependencies: ["Demand", "Sampling"]),
    .target(name: "Capacity", dependencies: ["Sampling"]),
    .target(name: "Costing"),
    // Queues and beds: exact answers in microseconds.
    .target(name: "Queueing"),
    // Patients who flow through units, simulated; and what replications of it say.
    .target(name: "PatientFlow", dependencies: ["Sampling"]),
    .target(name: "OutputAnalysis", dependencies: ["Sampling"]),
    // Local care: who people are, which practices work together, what teams they need, and what that is worth.
    .target(name: "Segments"),
    .target(name: "Clusters"),
    .target(name: "LocalCare"),
    .target(name: "Prevention"),
    // Records of people, inside a data controller's own environment. The web server knows none of these.
    .target(name: "Identifiers"),
    .target(name: "Linkage"),
    .target(name: "LinkedActivity", dependencies: ["Segments"]),
    .target(name: "SyntheticRegion", dependencies: ["Sampling", "Identifiers"]),
    // Their edges: files, keys, agreements, a cluster of machines.
    .target(name: "RecordFiles", dependencies: ["PlanPackage"]),
    .target(
      name: "LinkageFiles",
      dependencies: ["Linkage", "Identifiers", "RecordFiles", "PlanPackage", "Pictures"]),
    .target(name: "DistributedLinkage", dependencies: ["Linkage", "LinkageFiles", "PlanPackage"]),
    .target(
      name: "Pseudonyms",
      dependencies: [
        "Identifiers", "RecordFiles", "PlanPackage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .target(
      name: "Stewardship",
      dependencies: [
        "Identifiers", "PlanPackage", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "ActivityFiles",
      dependencies: ["LinkedActivity", "Segments", "RecordFiles", "PlanPackage"]),
    // What may leave: tables of counts that nobody can be found in.
    .target(name: "Disclosure"),
    .target(
      name: "Releases",
      dependencies: [
        "Disclosure", "PlanPackage", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Edge: a plan on disk to typed tables and back.
    .target(
      name: "PlanPackage",
      dependencies: [
        "Facts", "Forms", "Schedule", "Yams", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // What happens: events that are added and never changed, and private records beside them.
    .target(
      name: "Ledger",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Forms: what is asked, what was answered, and what is wrong with either.
    .target(name: "Forms", dependencies: ["Yams"]),
    // Engine: tables, intervals, agreement and weights of responses.
    .target(name: "Analysis"),
    // Mail by SMTP, through libcurl.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "Mail", dependencies: ["CCurl", "Ledger"]),
    .target(
      name: "People",
      dependencies: [
        "Ledger", "Mail",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    // The events of public engagement, the states folded from them, and their rules.
    .target(
      name: "Engagement",
      dependencies: [
        "Ledger", "Forms", "Analysis", "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // The events of the programme: what is planned, met, decided, saved, and measured.
    .target(
      name: "Programme",
      dependencies: [
        "Ledger", "Engagement", "PlanPackage", "Facts", "Schedule", "Authority", "Savings",
        "ProcessControl", "Productivity", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Models of pages as templates see them.
    .target(
      name: "Templating",
      dependencies: [.product(name: "Mustache", package: "swift-mustache")]),
    // Papers for boards and committees, drafted from the record.
    .target(
      name: "Papers",
      dependencies: [
        "Programme", "Engagement", "Ledger", "Facts", "PlanPackage", "Pictures", "Workbook",
        "Schedule", "Authority", "Savings", "ProcessControl", "Templating",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources")]),
    // The pages that change while the site runs: from a request to an answer.
    .target(
      name: "Portal",
      dependencies: [
        "Engagement", "People", "Forms", "Analysis", "Ledger", "Mail", "Workbook", "Pictures",
        "Programme", "Papers", "PlanPackage", "Facts", "Schedule", "Authority", "Savings",
        "Productivity", "ProcessControl", "Templating", "Projection", "Sensitivity",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources")]),
    // Made-up events, seeded and labelled, so that every page has something to show.
    .target(
      name: "Demonstration",
      dependencies: [
        "Engagement", "Programme", "People", "Forms", "Analysis", "Ledger", "Mail",
      ]),
    // Adapter: runs the engines over a plan and a scenario, and turns results into facts.
    .target(
      name: "Assessment",
      dependencies: [
        "Facts", "PlanPackage", "Finance", "Access", "Options", "Siting", "Appraisal", "Pictures",
        "Queueing", "PatientFlow", "Segments", "LocalCare", "Prevention",
      ]),
    // Adapter: runs the engines under uncertainty over an assessed plan, many times.
    .target(
      name: "Projection",
      dependencies: [
        "Assessment", "Facts", "PlanPackage", "Finance", "Sampling", "Sensitivity", "Demand",
        "Capacity", "Costing", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Adapter: the models of patient flow of a plan, their replications, and exact answers beside them.
    .target(
      name: "Simulation",
      dependencies: [
        "Assessment", "Facts", "PlanPackage", "Projection", "Sampling", "PatientFlow",
        "OutputAnalysis", "Queueing", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Adapter: the neighbourhoods of a plan in clusters, hubs and systems, and its local care beside other engines.
    .target(
      name: "Localities",
      dependencies: ["Assessment", "Facts", "PlanPackage", "Clusters", "LocalCare", "Projection"]),
    // Edges: the same assessment as pages and as workbooks.
    .target(name: "Workbook", dependencies: ["CXlsxWriter"]),
    .target(name: "Reports", dependencies: ["Assessment", "Facts", "PlanPackage", "Workbook"]),
    .target(
      name: "Site",
      dependencies: [
        "Facts", "PlanPackage", "Assessment", "Appraisal", "Pictures", "CCmark", "CZlib",
        "Portal", "Engagement", "Programme", "Papers", "Ledger", "Forms", "People", "Mail",
        "Templating", "Projection", "Sensitivity", "Simulation", "PatientFlow", "OutputAnalysis",
        "Localities", "Clusters", "Segments", "LocalCare", "Prevention",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("Resources")]),
    // The command line: one file per command, no logic.
    .executableTarget(
      name: "weald",
      dependencies: [
        "Facts", "PlanPackage", "Assessment", "Reports", "Site", "Siting", "Ledger", "People",
        "Engagement", "Demonstration", "Forms", "Mail", "Portal", "Programme", "Papers",
        "Schedule", "Savings", "Productivity", "ProcessControl", "Projection", "Sensitivity",
        "Sampling", "Demand", "Resampling", "SyntheticSystem", "Capacity", "Costing", "Queueing",
        "Simulation", "PatientFlow", "OutputAnalysis", "Localities", "Clusters", "Segments",
        "LocalCare", "Prevention", "Identifiers", "RecordFiles", "Linkage", "LinkageFiles",
        "DistributedLinkage",
        "Pseudonyms", "Stewardship", "LinkedActivity", "ActivityFiles", "Disclosure", "Releases",
        "SyntheticRegion",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The peer for the page benchmark: one bare route, nothing else.
    .executableTarget(
      name: "hello-server",
      dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
      path: "Benchmarks/hello-server"),
    // Times the engines about places on real data.
    .executableTarget(
      name: "places", dependencies: ["Access", "Options", "Siting"], path: "Benchmarks/places"),
    // Times the critical path and the simulation of a network.
    .executableTarget(
      name: "schedule-bench", dependencies: ["Schedule"], path: "Benchmarks/schedule"),
    // Times the model of demand at row level.
    .executableTarget(
      name: "demand-bench", dependencies: ["Resampling", "Sampling"], path: "Benchmarks/demand"),
    // Times the simulation of patient flow.
    .executableTarget(
      name: "patient-flow-bench", dependencies: ["PatientFlow"], path: "Benchmarks/patient-flow"),
    // Times the search for clusters.
    .executableTarget(
      name: "clusters-bench", dependencies: ["Clusters"], path: "Benchmarks/clusters"),
    // Times the linkage of records.
    .executableTarget(
      name: "linkage-bench", dependencies: ["Linkage", "LinkageFiles"], path: "Benchmarks/linkage"),
    // Appends as fast as it can, to be measured and to be killed.
    .executableTarget(
      name: "ledger-load",
      dependencies: ["Ledger", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Benchmarks/ledger-load"),
    // C libraries of the system.
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // What several tests need: seeded random inputs, and the shared data where there is some.
    .target(name: "TestKit", path: "Tests/TestKit"),
    .testTarget(name: "FactsTests", dependencies: ["Facts", "TestKit"]),
    .testTarget(name: "FinanceTests", dependencies: ["Finance", "TestKit"]),
    .testTarget(name: "AccessTests", dependencies: ["Access"]),
    .testTarget(name: "OptionsTests", dependencies: ["Options", "Access", "TestKit"]),
    .testTarget(name: "SitingTests", dependencies: ["Siting", "Access", "TestKit"]),
    .testTarget(name: "AppraisalTests", dependencies: ["Appraisal"]),
    .testTarget(name: "PicturesTests", dependencies: ["Pictures", "TestKit"], exclude: ["Golden"]),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook"]),
    .testTarget(
      name: "PlanPackageTests", dependencies: ["PlanPackage", "Facts", "Forms", "TestKit"]),
    .testTarget(
      name: "AssessmentTests",
      dependencies: ["Assessment", "PlanPackage", "Facts", "Access", "Siting", "Appraisal"],
      exclude: ["Golden"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Site", "PlanPackage",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "PeopleTests", dependencies: ["People", "Ledger", "Mail"],
      exclude: ["smtp_server.py"]),
    .testTarget(name: "FormsTests", dependencies: ["Forms"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis"]),
    .testTarget(
      name: "EngagementTests",
      dependencies: ["Engagement", "Demonstration", "Ledger", "Forms", "Analysis", "People"]),
    .testTarget(
      name: "PortalTests",
      dependencies: [
        "Portal", "Engagement", "Programme", "Demonstration", "Ledger", "People", "Forms", "Mail",
        "Analysis", "PlanPackage", "Facts", "Papers", "Assessment",
      ]),
    .testTarget(
      name: "TemplatingTests",
      dependencies: [
        "Templating", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .testTarget(name: "ScheduleTests", dependencies: ["Schedule", "TestKit"]),
    .testTarget(name: "AuthorityTests", dependencies: ["Authority"]),
    .testTarget(name: "SavingsTests", dependencies: ["Savings", "TestKit"]),
    .testTarget(name: "ProductivityTests", dependencies: ["Productivity", "TestKit"]),
    .testTarget(name: "ProcessControlTests", dependencies: ["ProcessControl"]),
    .testTarget(name: "SamplingTests", dependencies: ["Sampling", "TestKit"]),
    .testTarget(name: "SensitivityTests", dependencies: ["Sensitivity", "Sampling", "TestKit"]),
    .testTarget(name: "DemandTests", dependencies: ["Demand", "Sampling", "TestKit"]),
    .testTarget(name: "ResamplingTests", dependencies: ["Resampling", "Sampling", "TestKit"]),
    .testTarget(
      name: "SyntheticSystemTests",
      dependencies: ["SyntheticSystem", "Demand", "Sampling", "TestKit"]),
    .testTarget(name: "CapacityTests", dependencies: ["Capacity", "Sampling", "TestKit"]),
    .testTarget(name: "CostingTests", dependencies: ["Costing", "Finance", "TestKit"]),
    .testTarget(name: "QueueingTests", dependencies: ["Queueing", "TestKit"]),
    .testTarget(
      name: "PatientFlowTests", dependencies: ["PatientFlow", "Queueing", "Sampling", "TestKit"]),
    .testTarget(
      name: "OutputAnalysisTests", dependencies: ["OutputAnalysis", "Sampling", "TestKit"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Assessment", "PlanPackage", "Facts", "PatientFlow", "OutputAnalysis",
        "Queueing", "Sampling", "TestKit",
      ]),
    .testTarget(
      name: "ProjectionTests",
      dependencies: [
        "Projection", "Assessment", "PlanPackage", "Facts", "Sampling", "Sensitivity", "Demand",
        "Capacity", "Costing", "TestKit",
      ]),
    .testTarget(name: "SegmentsTests", dependencies: ["Segments", "TestKit"]),
    .testTarget(name: "ClustersTests", dependencies: ["Clusters", "TestKit"]),
    .testTarget(name: "LocalCareTests", dependencies: ["LocalCare", "TestKit"]),
    .testTarget(name: "PreventionTests", dependencies: ["Prevention", "TestKit"]),
    .testTarget(name: "IdentifiersTests", dependencies: ["Identifiers", "TestKit"]),
    .testTarget(
      name: "RecordFilesTests", dependencies: ["RecordFiles", "PlanPackage", "TestKit"]),
    .testTarget(name: "LinkageTests", dependencies: ["Linkage", "TestKit"]),
    .testTarget(
      name: "LinkedActivityTests", dependencies: ["LinkedActivity", "Segments", "TestKit"]),
    .testTarget(
      name: "SyntheticRegionTests",
      dependencies: ["SyntheticRegion", "Sampling", "Identifiers", "TestKit"]),
    .testTarget(
      name: "LinkageFilesTests",
      dependencies: ["LinkageFiles", "Linkage", "Identifiers", "PlanPackage", "TestKit"]),
    .testTarget(
      name: "DistributedLinkageTests",
      dependencies: [
        "DistributedLinkage", "LinkageFiles", "Linkage", "PlanPackage", "SyntheticRegion",
        "TestKit",
      ]),
    .testTarget(
      name: "PseudonymsTests",
      dependencies: [
        "Pseudonyms", "Identifiers", "RecordFiles", "PlanPackage", "TestKit",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "StewardshipTests",
      dependencies: [
        "Stewardship", "PlanPackage", "TestKit", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "ActivityFilesTests",
      dependencies: ["ActivityFiles", "LinkedActivity", "Segments", "PlanPackage", "TestKit"]),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "TestKit"]),
    .testTarget(
      name: "ReleasesTests", dependencies: ["Releases", "Disclosure", "PlanPackage", "TestKit"]),
    .testTarget(
      name: "LocalitiesTests",
      dependencies: [
        "Localities", "Assessment", "PlanPackage", "Facts", "Clusters", "Segments", "LocalCare",
        "Prevention", "TestKit",
      ]),
    .testTarget(
      name: "ProgrammeTests",
      dependencies: [
        "Programme", "Engagement", "PlanPackage", "Facts", "Ledger", "Schedule", "Authority",
        "Savings", "ProcessControl", "Productivity", "TestKit",
      ]),
    .testTarget(
      name: "PapersTests",
      dependencies: [
        "Papers", "Programme", "Engagement", "Demonstration", "PlanPackage", "Facts", "Ledger",
        "Workbook", "Assessment", "Pictures",
      ]),
    .testTarget(name: "CommandTests", dependencies: ["weald"]),
  ],
  swiftLanguageModes: [.v6]
)

/// Targets that are optimised in debug builds too, because tests spend more time in them than the
/// compiler does on them: to optimise a target takes five times as long as to compile it.
///
/// Tests of these engines search and simulate a lot, and most tests begin with the reading of a plan.
let engines: Set<String> = [
  "Facts", "PlanPackage", "Assessment", "Access", "Options", "Siting", "Appraisal", "Sampling",
  "Sensitivity", "Demand", "Capacity", "Projection", "PatientFlow", "Clusters", "Segments",
  "Linkage", "LinkageFiles", "RecordFiles", "Identifiers", "SyntheticRegion", "LinkedActivity",
]

for target in package.targets where engines.contains(target.name) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [.unsafeFlags(["-O"], .when(configuration: .debug))]
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}
