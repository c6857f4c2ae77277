import Foundation
import Singleout
import Testing

struct MeasureFindingsTests {
    private static func measure(
        _ csv: String, _ fields: String, change: (inout SelectionRequest) -> Void = { _ in }
    ) throws -> MeasureFindings {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = fields.split(separator: ",").map(String.init)
        change(&arguments)
        return try Selection(arguments).measure()
    }

    private static func json(_ findings: some Findings) throws -> String {
        try Samples.text { try JSONRenderer().render(withoutLists(findings.json), into: &$0) }
    }

    /// A value without the lists that say again what the object beside them says.
    private static func withoutLists(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value else { return value }
        let names = Set(members.map(\.name))
        return .object(
            members.filter { !$0.name.hasSuffix("List") || !names.contains(String($0.name.dropLast(4))) }
                .map { .init($0.name, withoutLists($0.value)) })
    }

    @Test func measuresTheTenRows() throws {
        let found = try Self.measure(Samples.tenRows, Samples.tenRowFields)
        #expect(
            try Self.json(found) == """
                {
                  "schema": "singleout.measure/1",
                  "records": 10,
                  "quasiIdentifiers": ["residence", "gender", "education", "labour"],
                  "missing": "category",
                  "classes": 7,
                  "k": 1,
                  "uniques": 4,
                  "uniqueness": 0.4,
                  "meanRisk": 0.7,
                  "recordsBelow": {"2": 4, "3": 10, "5": 10, "10": 10, "20": 10},
                  "sizeHistogram": {"1": 4, "2": 3},
                  "attackers": {
                    "threshold": 0.2,
                    "prosecutor": {"recordsAtRisk": 1.0, "highestRisk": 1.0, "successRate": 0.7, "uniqueRate": 0.4},
                    "journalist": {"recordsAtRisk": 1.0, "highestRisk": 1.0, "successRate": 0.7},
                    "marketer": {"successRate": 0.7, "uniqueRate": 0.4}
                  },
                  "riskDistribution": {
                    "risk": "inverseSize",
                    "bands": {"1e-8": 0, "1e-7": 0, "1e-6": 0, "1e-5": 0, "1e-4": 0, "0.001": 0, "0.01": 0, \
                "0.02": 0, "0.03": 0, "0.04": 0, "0.05": 0, "0.06": 0, "0.07": 0, "0.08": 0, "0.09": 0, "0.1": 0, \
                "0.125": 0, "0.143": 0, "0.167": 0, "0.2": 0, "0.25": 0, "0.334": 0, "0.5": 6, "1": 4},
                    "quantiles": {"0": 0.5, "0.05": 0.5, "0.25": 0.5, "0.5": 0.5, "0.75": 1.0, "0.95": 1.0, \
                "0.99": 1.0, "1": 1.0}
                  }
                }

                """)
    }

    @Test func countsARecordAtRiskOnlyAboveTheThreshold() throws {
        // Risks 1 and 1/2: at a threshold of 1/2 only the four uniques exceed it.
        let found = try Self.measure(Samples.tenRows, Samples.tenRowFields) { $0.threshold = 0.5 }
        #expect(found.attackers?.prosecutor.recordsAtRisk == 0.4)
        #expect(found.attackers?.threshold == 0.5)
    }

    /// Keys (a, x), (a, missing), (b, y), (missing, missing).
    private static let holes = "p,q\na,x\na,\nb,y\nNA,\n"

    @Test func takesMissingValuesAsACategory() throws {
        let found = try Self.measure(Self.holes, "p,q") { $0.missingValues = "NA" }
        #expect(found.figures.records == 4)
        #expect(found.figures.classes == 4)
        #expect(found.figures.uniques == 4)
        #expect(found.excluded == nil)
    }

    @Test func leavesRecordsOut() throws {
        let found = try Self.measure(Self.holes, "p,q") {
            $0.missingValues = "NA"
            $0.missing = .exclude
        }
        #expect(found.excluded == 2)
        #expect(
            try Self.json(found).hasPrefix(
                """
                {
                  "schema": "singleout.measure/1",
                  "records": 2,
                  "excluded": 2,
                  "quasiIdentifiers": ["p", "q"],
                  "missing": "exclude",
                  "classes": 2,

                """))
    }

    @Test func countsWildcards() throws {
        // C missing in rows 3 and 7 of the table of VECTORS 3 gives f = 3 1 4 2 2 2 1 3.
        let rows = [
            ("2", "3", "1"), ("3", "3", "3"), ("2", "3", ""), ("2", "3", "2"), ("3", "3", "1"), ("3", "3", "1"),
            ("1", "4", ""), ("2", "3", "1"),
        ]
        let csv = "A,B,C\n" + rows.map { "\($0.0),\($0.1),\($0.2)\n" }.joined()
        let found = try Self.measure(csv, "A,B,C") { $0.missing = .wildcard }
        #expect(found.figures.k == 1)
        #expect(found.figures.uniques == 2)
        #expect(found.figures.recordsBelow.map(\.records) == [2, 5, 8, 8, 8])
        // 1/3 + 1 + 1/4 + 1/2 + 1/2 + 1/2 + 1 + 1/3 = 53/12 over 8 records
        #expect(abs((found.figures.meanRisk ?? 0) - 53.0 / 96) < 1e-15)
        // Above 0.3 are all but the record with f = 4.
        let at = try Self.measure(csv, "A,B,C") {
            $0.missing = .wildcard
            $0.threshold = 0.3
        }
        #expect(at.attackers?.prosecutor.recordsAtRisk == 0.875)
        #expect(at.attackers?.journalist == at.attackers?.prosecutor)
        let text = try Self.json(found)
        for line in [
            "\"missing\": \"wildcard\",\n  \"alpha\": 1,\n  \"classes\": null,\n  \"classesReason\": \"with missing",
            "\"sizeHistogram\": null,\n  \"sizeHistogramReason\": \"with missing",
        ] {
            #expect(text.contains(line))
        }
    }

    @Test func saysWhyThereIsNoAnswer() throws {
        let found = try Self.measure("p,q\n,x\n,y\n", "p") { $0.missing = .exclude }
        #expect(
            try Self.json(found) == """
                {
                  "schema": "singleout.measure/1",
                  "records": 0,
                  "excluded": 2,
                  "quasiIdentifiers": ["p"],
                  "missing": "exclude",
                  "classes": 0,
                  "k": null,
                  "kReason": "no record is left once those with a missing value are left out",
                  "uniques": 0,
                  "uniqueness": null,
                  "uniquenessReason": "no record is left once those with a missing value are left out",
                  "meanRisk": null,
                  "meanRiskReason": "no record is left once those with a missing value are left out",
                  "recordsBelow": {"2": 0, "3": 0, "5": 0, "10": 0, "20": 0},
                  "sizeHistogram": {},
                  "attackers": null,
                  "attackersReason": "no record is left once those with a missing value are left out",
                  "riskDistribution": null,
                  "riskDistributionReason": "no record is left once those with a missing value are left out"
                }

                """)
        let text = try Samples.text { try TerminalRenderer().render(found.report, into: &$0) }
        #expect(text.contains("With p known, nothing can be said"))
        #expect(text.contains("  n/a: no record is left"))
    }

    @Test func looksRecordsUpInThePopulation() throws {
        let folder = try TemporaryFolder()
        // f = 1, 2 in the file; F = 4, 2 in the population, which has a class of its own beside them.
        let population = try folder.file("all.csv", "sex,area\nf,1\nf,1\nf,1\nf,1\nm,1\nm,1\nm,2\n")
        let found = try Self.measure("area,sex\n1,f\n1,m\n1,m\n", "sex,area") { $0.populationData = .file(population) }
        #expect(found.population?.records == 7)
        #expect(found.population?.k == 2)
        let attackers = try #require(found.attackers)
        #expect(attackers.prosecutor.highestRisk == 1)
        #expect(attackers.journalist.highestRisk == 0.5)
        #expect(attackers.journalist.recordsAtRisk == 1)
        // (1/3) (1 * 1/4 + 2 * 1/2)
        #expect(abs(attackers.marketerSuccessRate - 1.25 / 3) < 1e-15)
        let text = try Self.json(found)
        #expect(
            text.hasSuffix("\"populationData\": {\"source\": \"\(population)\", \"records\": 7, \"k\": 2}\n}\n"))
    }

    @Test func reportsTheSamplingFraction() throws {
        let folder = try TemporaryFolder()
        let data = try folder.file("d.csv", Samples.fiveRows)
        func plan(_ size: Int) throws -> Selection {
            let yaml = """
                schema: singleout.release/1
                data: \(data)
                fields: {quasiIdentifiers: [sex]}
                population: {size: \(size)}
                """
            return try Selection(SelectionRequest(), release: Release(yaml: yaml, named: "r.yml"))
        }
        #expect(
            try Self.json(plan(20).measure()).hasSuffix(
                "\"population\": {\"size\": 20, \"samplingFraction\": 0.25}\n}\n"))
        #expect(throws: PlanError.populationTooSmall(size: 4, records: 5)) { try plan(4).measure() }
    }

    @Test func writesEveryFigureAsARow() throws {
        let found = try Self.measure("p,q\n,x\n,y\n", "p,q") { $0.missing = .exclude }
        let csv = try Samples.text { try CSVRenderer().render(found.tabulation, into: &$0) }
        let lines = csv.components(separatedBy: "\r\n")
        #expect(lines[0] == "measure,value,reason")
        #expect(lines.contains("quasiIdentifiers,\"p,q\","))
        #expect(lines.contains("k,,no record is left once those with a missing value are left out"))
        #expect(lines.contains("recordsBelow.5,0,"))
        #expect(!csv.contains("kReason"))
    }

    @Test func tellsAReader() throws {
        let found = try Self.measure(Samples.tenRows, "gender,labour")
        let text = try Samples.text { try TerminalRenderer().render(found.report, into: &$0) }
        let body = text.components(separatedBy: "\n").dropFirst(3).joined(separator: "\n")
        #expect(body == Self.page)
    }

    /// f of gender and labour: F Emp 2, F NonLF 4, M Emp 2, F Unemp 1, M Unemp 1.
    private static let page = """
        With gender and labour known, 2 of 10 records (20.0 %) are alone in their class.

        The smallest class has 1 record; 10 records are in classes of fewer than 5.

        Key figures
        -----------
          Figure                                     Value
          ---------------------------------------   ------
          Records                                       10
          Equivalence classes                            5
          k, the size of the smallest class              1
          Uniques, records alone in their class          2
          Uniqueness, uniques / records             20.0 %
          Mean risk, the mean of 1/f over records   50.0 %

        Records in small classes
        ------------------------
          Class size   Records   Share of records
          ----------   -------   ----------------
          below 2            2             20.0 %
          below 3            6             60.0 %
          below 5           10            100.0 %
          below 10          10            100.0 %
          below 20          10            100.0 %

        Class sizes
        -----------
          Records in the class   Classes   Records   Share of records
          --------------------   -------   -------   ----------------
          1                            2         2             20.0 %
          2                            2         4             40.0 %
          3 to 4                       1         4             40.0 %

        Attackers
        ---------
          Attacker     Records at risk   Highest risk   Expected success
          ----------   ---------------   ------------   ----------------
          Prosecutor           100.0 %        100.0 %             50.0 %
          Journalist           100.0 %        100.0 %             50.0 %
          Marketer                 n/a            n/a             50.0 %
          n/a: the marketer wants as many records as possible, not one above a threshold

        Note: A record is at risk when its risk exceeds the threshold of 20 %. The prosecutor knows that the
              pupil is in the file, the journalist looks any record up in the population, and the marketer
              wants to re-identify as many as possible.

        Note: Without population data the file is its own population, so the attackers coincide. For a
              sample this overstates the risks of journalist and marketer.

        Risk of single records
        ----------------------
          Risk of a record     Records   Share of records
          ------------------   -------   ----------------
          above 0.2 to 0.25          4             40.0 %
          above 0.334 to 0.5         4             40.0 %
          above 0.5 to 1             2             20.0 %

          Share of records   Risk at most
          ----------------   ------------
          lowest                 0.250000
          5 %                    0.250000
          25 %                   0.250000
          50 %                   0.500000
          75 %                   0.500000
          95 %                   1.000000
          99 %                   1.000000
          highest                1.000000

        Note: The risk of a record is 1/f.

        How to read this
        ----------------
        A class is the set of records that agree on gender and labour; f is its size, and the risk of a
        record in it is 1/f. The counts are exact.

        Missing values: category. A missing value counts as a value like any other.

        """
}
