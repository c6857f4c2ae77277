@testable import Briefing
import ErrorReports
@testable import Microdata
@testable import Singleout
@testable import SingleoutCommand
import SingleoutExpectations
@testable import SingleoutLibrary

/// One error of every kind that a user may see.
enum ErrorSamples {
    static let all: [any Reported] =
        data + dates + hierarchies + counting + groups + estimates + plans + fields + release + questions + links
        + registers + spark + tool

    private static let file = "pupils.csv"

    private static let data: [MicrodataError] = [
        .unknownField(name: "aera", source: file, nearest: "area"), .otherHeader(name: "aera", source: file, line: 1),
        .repeatedField(name: "sex", source: file), .unreadable(source: file, reason: "No such file or directory"),
        .changedWhileRead(source: file), .emptyFile(source: file), .headerOnly(source: file),
        .emptyHeader(source: file), .duplicateHeader(source: file, columns: [1, 3]),
        .recordAsHeader(source: file, line: 1), .repeatedHeader(source: file, line: 5, records: 2),
        .notesBelow(source: file, line: 9, records: 2, rows: 7),
        .raggedRow(source: file, line: 3, expected: 4, found: 5),
        .unclosedQuote(source: file, line: 3, column: 2, name: "area"),
        .textAfterQuote(source: file, line: 3, column: 2, name: "area"),
        .invalidUTF8(source: file, line: 3, column: 2, name: "area"),
        .zeroByte(source: file, line: 1, column: 1, name: nil), .recordTooLong(source: file, line: 3, limit: 1 << 24),
        .damagedCompression(source: "pupils.csv.gz", format: "gzip"),
        .otherFormat(source: file, name: "an Excel workbook (xlsx)", remedy: "save it as CSV and give that file"),
        .commandMissing(source: "pupils.parquet", command: "duckdb"),
        .commandFailed(source: "pupils.parquet", command: "duckdb"), .tooManyRecords(source: file, limit: 1 << 31),
        .tooLittleMemory(source: file, fields: 3, needed: 1 << 30, limit: 1 << 20, isEstimate: true),
    ]
    private static let dates: [MicrodataError] = [
        .notDates(field: "dob", source: file, values: 3, of: 90), .noDates(fields: ["sex"], source: file),
        .unclearDateOrder(field: "dob", source: file),
        .contradictoryDateOrder(field: "dob", source: file, dayFirst: 3, monthFirst: 4),
        .severalDateNotations(field: "dob", source: file),
    ]
    private static let hierarchies: [any Reported] =
        ([
            .empty(source: "area.csv"), .repeatedValue(source: "area.csv", rows: [2, 5]),
            .twoParents(source: "area.csv", column: 2, rows: [2, 5]),
            .severalRoots(source: "area.csv", rows: [1, 2]),
            .valuesWithoutRow(source: "area.csv", field: "area", values: 2),
        ] as [HierarchyError])
        + ([
            .valuesOfOtherForm(
                source: file, field: "home", hierarchy: "postcode", expected: "postcode such as QA1 3CM", values: 2,
                of: 90),
            .notNested(source: file, field: "ward", parent: "area", values: 2, of: 90),
            .reservedText(source: file, field: "area"), .changedMeanwhile(source: file),
            .writtenDiffers(path: "coarse.csv"),
        ] as [GeneralisationError])
    private static let counting: [any Reported] =
        ([
            .noFields, .repeatedField("sex"), .tooManyFields(count: 17, limit: 16),
            .tooManyCombinations(fields: 40, maximumSize: 5, limit: 262_144),
            .tooManyFieldsOfSets(count: 65, limit: 64), .maximumSizeOutOfRange(0), .wildcardOverCombinations,
            .wildcardHasNoClasses, .alphaOutOfRange(2), .tooLittleMemory(missing: 1 << 30), .tooManyRecords(1 << 31),
            .tooManyNodes(fields: 9, limit: 1_000_000), .populationWithoutFile(classes: 3),
        ] as [CountingError])
        + ([
            .repeatedCell(source: "a.csv", rows: [2, 5]),
            .noCommonCell(sources: ["a.csv", "b.csv"], fields: ["area", "year"]),
        ] as [PublishedTableError])
    private static let groups: [any Reported] =
        ([
            .noGroup(field: "id", minimum: 10), .tooManyGroups(field: "id", count: 50_001, limit: 50_000),
            .sameOutcome(isAll: true), .levelsOfOneOutcome, .tooManyLevels(count: 600, limit: 500),
            .notSettled(steps: 50),
        ] as [GroupError])
        + ([
            .repeatedIdentifiers(source: "truth.csv", field: "id", records: 2),
            .noCommonIdentifiers(source: "truth.csv", other: file, field: "id"),
            .noFamilies(source: "truth.csv", field: "family"), .noAddress(source: file, fields: ["house", "street"]),
        ] as [FamilyError])
    private static let estimates: [any Reported] =
        ([
            .populationTooSmall(size: 5, records: 7), .fractionOutOfRange(1.5), .tooFewDraws(10, least: 100),
            .tooManyDraws(1_000_000, most: 10_000), .populationTooLarge(fraction: 1e-12, most: 1_000_000),
            .classesOutOfRange(99, most: 50), .formula(place: 3, expected: "a field"),
            .formulaField(name: "aera", nearest: "area"), .sizeOutOfRange(0),
        ] as [EstimationError])
        + ([
            .notPositiveDefinite(leadingMinor: 2), .rankDeficient(column: 3), .noConvergence(count: 1),
            .wrongResults(library: "OpenBLAS", routine: "dgemm"), .noMemory(library: "OpenBLAS", bytes: 1 << 30),
            .notFinite,
        ] as [LinearAlgebraError])
    private static let plans: [PlanError] = [
        .noData, .noQuasiIdentifiers, .repeatedQuasiIdentifier("sex"), .repeatedField("sex", option: "--by"),
        .fieldInTwoRoles("sex", options: ["--by", "--adjust"]), .notSensitive("sex", option: "--ordered"),
        .twoDistances("sex"), .optionNeeds("--coverage", needed: "--population"), .twoPopulations,
        .wildcardWithSensitive, .wildcardWithGroups, .populationAndFraction, .noPopulation,
        .outOfRange(option: "--threads", expected: "a whole number from 1 to 1,024"), .alphaWithoutWildcard(.category),
        .wildcardWithPopulation, .standardInputTwice, .readTwice(path: "/dev/stdin"),
        .populationTooSmall(size: 5, records: 7), .writesText(option: "--write", ending: "parquet"), .noGroups,
        .noRecord(9, records: 7), .noRules, .unknownComparator("nmae", field: "surname", nearest: "name"),
        .noSharedFields(files: ["a.csv", "b.csv"], shared: ["sex"]), .noFamilies, .noRegister, .noTable("pupils"),
        .twoInputs("pupils"), .noSparkSource, .twoSparkSources, .noSparkFields, .dataBesideSpark,
        .needsLocalEngine("--sensitive"), .spark(.tableName),
    ]
    private static let fields: [any Reported] =
        ([
            .missingWeight(source: file, field: "weight", record: 2, records: 1),
            .weightIsNoNumber(source: file, field: "weight", record: 2, records: 3),
            .weightNotPositive(source: file, field: "weight", record: 2, records: 2),
        ] as [FieldValueError])
        + [
            ComparisonError(
                remarks: [FieldRemark(onCluster: "area", files: ["db.a", "db.b"])], remedy: .option)
        ]
    private static let release: [any Reported] =
        ([
            .unreadable(file: "r.yml", reason: "No such file or directory"), .notText(file: "r.yml"),
            .tooLong(file: "r.yml", limit: 1 << 20), .notYAML(file: "r.yml", line: 3),
            .tooManyAliases(file: "r.yml", line: 3, limit: 100), .noSchema(file: "r.yml"),
            .otherSchema(file: "r.yml", line: 1),
            .unknownKey(file: "r.yml", line: 3, key: "mising", nearest: "missing", known: ["data", "missing"]),
            .wrongValue(
                file: "r.yml", line: 3, key: "missing.semantics", expected: "one of category, wildcard, exclude",
                nearest: "exclude"),
            .repeatedField(file: "r.yml", line: 4, field: "sex", firstLine: 3),
            .unknownField(file: "r.yml", line: 4, field: "aera", data: file, nearest: "area"),
        ] as [ReleaseError])
        + ([
            .unreadable(file: "a.json"), .noAnswer(file: "a.json"), .otherFields(file: "a.json", fields: ["sex"]),
            .otherMissing(file: "a.json", missing: "exclude"),
            .otherChoice(file: "a.json", figure: "rate", option: "--weight"), .damaged(file: "a.json", figure: "k"),
            .noFigures(file: "a.json"),
        ] as [BaselineError])
        + ([
            .noRelation, .unknownFigure("kk"), .needsField("l"), .takesNoField("k"),
            .needsFieldAndL("recursiveC", 2...9),
            .limit(figure: "k", expected: "a number of at least 1"),
        ] as [RuleError])
        + ([
            .noRules, .limitOutOfRange(rule: "k-anonymity", expected: "a number of at least 1"),
            .noRule(expected: "a figure"), .notOfTable("kMap"), .sensitiveFieldKnown("sex"),
        ] as [DisclosureRuleError])
    private static let questions: [any Reported] =
        ([
            .tooFewFiles(1), .standardInputTwice, .fieldInTwoRoles("sex", options: ["--on", "--adding"]),
            .noSharedFields(files: ["a.csv", "b.csv"]), .notShared("aera", file: "b.csv", nearest: "area"),
            .noTruth("id", file: "b.csv", nearest: nil), .notAdded("aera", nearest: "area"),
            .twoNames("sex", file: "b.csv", names: ["gender", "sex"]),
        ] as [AcrossError])
        + ([
            .notTwoFiles(1), .aboutRecords(option: "--id"), .noSharedFields(files: ["a.csv", "b.csv"]),
            .notShared("aera", option: "--quasi-identifiers", file: "b.csv", nearest: "area"),
            .countIsNoNumber(field: "n", file: "b.csv", row: 3, rows: 2),
        ] as [DifferencesError])
        + ([
            .noIdentifier, .noEvents, .notYears(field: "from", source: file, values: 3),
            .tooManyYears(field: "from", source: file, years: 500, limit: 200), .noHistories(source: file),
        ] as [HistoriesError])
        + ([
            .notQuasiIdentifier("sex", option: "--levels"),
            .unknownLevel("yaer", field: "dob", levels: ["day", "month", "year"]), .targetAndApply,
            .writingWithExclude, .standardInput, .noPolicy, .ruleWithoutTarget("t(sex)<=0.2"),
            .leftOutQuasiIdentifier("sex"),
        ] as [RecodeError])
        + ([
            .disclosive, .disclosiveFile("b.csv"), .register("town"), .changedData(path: file), .date,
            .folderExists(path: "briefing"),
            .refused(path: "briefing", action: "write", reason: "no space left on device"),
        ] as [BriefError])
    private static let links: [any Reported] =
        ([
            .noFields, .tooManyFields(count: 40, limit: 32),
            .dates(.notDates(field: "dob", source: file, values: 3, of: 90)),
            .unreadableValues(source: file, field: "age", comparator: .numeric, unreadable: 3, values: 90),
            .truthNowhere(queries: "q.csv", register: file, field: "id"), .tooManyCandidates(limit: 1 << 31),
            .tooLittleMemory(pairs: 1000, needed: 1 << 30, limit: 1 << 20),
            .weights(field: "age", comparator: .numeric), .prevalence,
            .methodNeeds(method: "embedding", needed: "a field with the comparator name"),
        ] as [LinkageError])
        + ([
            .outOfRange(option: "--runs", expected: "a whole number from 1 to 1,000"),
            .tooManyRequests(requests: 900, present: 800, absent: 100, pupils: 500),
        ] as [RequestError])
        + ([
            .noFile(folder: "town", name: "addresses"),
            .otherLength(file: "town/addresses.csv", records: 5, expected: 7, of: "town/register.csv"),
            .unreadable(file: "town/addresses.csv", field: "from", records: 2),
            .unknownPupils(file: "town/addresses.csv", records: 2, expected: "town/register.csv"),
        ] as [SimulationError])
    private static let registers: [RegisterError] = [
        .outOfRange(setting: "--pupils", expected: "a whole number of at least 1"), .wrongLibrary(.notFinite),
        .folderExists(path: "town"), .refused(path: "town", action: "make it", reason: "permission denied"),
        .missingFile(path: "town/census.csv"), .notSynthetic(path: "town", reason: "has no manifest"),
        .wrongRows(path: "town/census.csv", expected: 7, found: 5), .missingPupils(path: "town/truth.csv", pupils: 2),
    ]
    private static let spark: [SparkError] =
        [
            .tableName, .noFormat, .delimiterWithoutCSV, .property, .reservedProperty("spark.sql.ansi.enabled"),
            .setsPerJob(0), .tooManyFields(count: 65, limit: 64), .noProgram(path: "no/spark-sql"),
            .noProgram(path: nil), .notStarted(program: "spark-sql", reason: "permission denied"),
            .folder(path: "/tmp", reason: "no space left on device"), .malformedRow(1, log: "/tmp/s/spark.log"),
            .incomplete(source: "db.census", log: "/tmp/s/spark.log"), .noRecords(source: "db.census"), .interrupted,
        ]
        + ([
            .noTable, .noField("aera", nearest: "area"), .noFiles, .raggedRow, .differentHeaders, .notAllowed,
            .noMaster, .noMemory, .condition("OUT_OF_MEMORY"), .status(1), .signal(9),
        ] as [SparkFailure]).map { .failed($0, source: "db.census", log: "/tmp/s/spark.log") }
    private static let tool: [any Reported] =
        ([
            .noArguments, .unknownCommand("mesure", nearest: "measure"),
            .unknownOption("--zzz", nearest: nil, command: "singleout measure"),
            .unknownValue("jsn", option: "--format", known: ["table", "json"]),
            .unknownSchema("mesure", nearest: "measure"), .oldAndNewName(old: "truth", new: "truth-file"), .noFolder,
            .validatesAndMakes, .reportWithoutValidation,
            .unparsed(.missingValue, message: "Missing value for '-q <fields>'."),
            .unparsed(.missingArgument, message: "Missing expected argument '--record <record>'."),
            .unparsed(.wrongValue, message: "The value 'x' is invalid for '--threads <count>'."),
            .unparsed(.unexpectedArgument, message: "Unexpected argument 'b.csv'."),
            .unparsed(.wrongOptions, message: "--records needs the path of a file."),
        ] as [UsageError])
        + ([
            .closedPipe, .refused(path: "out.json", action: "write", reason: "no space left on device"),
            .replacesInput(path: file), .namedTwice(path: "out.json"),
        ] as [OutputError])
        + ([.missing("table"), .outOfRange("size", expected: "at least 1"), .notUTF8("path"), .noRecords]
            as [LibraryError])
        + [
            WritingError(path: "out.csv", action: "write", reason: "no space left on device"),
            WorkbookError(reason: "there is not enough memory"), UnforeseenError(message: "the disk is on fire"),
        ]
}
