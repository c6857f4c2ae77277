public import ErrorReports
public import SparkCounting

/// Why an analysis cannot be planned as asked: wrong usage, before any data are read.
public enum PlanError: Error, Hashable, Sendable {
    /// Neither arguments nor release name the data.
    case noData
    /// Neither arguments nor release name quasi-identifiers.
    case noQuasiIdentifiers
    /// A quasi-identifier is named twice.
    case repeatedQuasiIdentifier(String)
    /// A field is named twice for an option that takes several.
    case repeatedField(String, option: String)
    /// A field has two roles that exclude each other.
    case fieldInTwoRoles(String, options: [String])
    /// An option is about sensitive fields, and this field is none.
    case notSensitive(String, option: String)
    /// A sensitive field is to have both an order and a hierarchy.
    case twoDistances(String)
    /// An option requires another.
    case optionNeeds(String, needed: String)
    /// The population is stated both as a file and as a number.
    case twoPopulations
    /// Sensitive fields need classes, which wildcards do not make.
    case wildcardWithSensitive
    /// Groups need classes, which wildcards do not make.
    case wildcardWithGroups
    /// A population and a sampling fraction were both stated.
    case populationAndFraction
    /// An estimate needs the size of the population.
    case noPopulation
    /// An option's value is outside its range.
    case outOfRange(option: String, expected: String)
    /// alpha was given, and missing values are not wildcards.
    case alphaWithoutWildcard(MissingName)
    /// Wildcard frequencies cannot be looked up in population data.
    case wildcardWithPopulation
    /// Data and population data are both to come from standard input.
    case standardInputTwice
    /// A pipe would have to be read more than once.
    case readTwice(path: String)
    /// The population has fewer persons than the file has records.
    case populationTooSmall(size: Int, records: Int)
    /// A file of records is to have a name that ends as that of a format which is not written.
    case writesText(option: String, ending: String)
    /// A comparison of groups without any field.
    case noGroups
    /// The file has fewer records than the number of the one that was asked for.
    case noRecord(Int, records: Int)
    /// A check without any rule.
    case noRules
    /// Fields are compared in a way that does not exist.
    case unknownComparator(String, field: String, nearest: String?)
    /// Two files have none of the fields to compare in common.
    case noSharedFields(files: [String], shared: [String], others: Int = 0)
    /// Neither arguments nor release say where families come from.
    case noFamilies
    /// The name of a table that was not handed over with the question.
    case noTable(String)
    /// One name of two inputs.
    case twoInputs(String)
    /// Neither arguments nor release name the folder of a register.
    case noRegister
    /// A cluster counts, and nothing says which of its data.
    case noSparkSource
    /// Several tables or files of the cluster are named, and one is counted.
    case twoSparkSources
    /// Sources of a cluster are matched, and nothing says by which fields.
    case noSparkFields
    /// A file of this machine is named in addition to data of a cluster.
    case dataBesideSpark
    /// What was asked for cannot be had from a cluster.
    case needsLocalEngine(String)
    /// Something that only Spark takes is not as it should be.
    case spark(SparkError)
}

extension PlanError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .noData, .noQuasiIdentifiers, .noPopulation, .noGroups, .noFamilies, .noRegister, .noRules, .noTable:
            missingReport
        case .repeatedQuasiIdentifier, .repeatedField, .fieldInTwoRoles, .notSensitive, .twoDistances,
            .unknownComparator, .noSharedFields:
            fieldReport
        case .optionNeeds, .outOfRange, .populationAndFraction, .twoPopulations, .alphaWithoutWildcard,
            .populationTooSmall, .writesText, .noRecord:
            optionReport
        case .wildcardWithSensitive, .wildcardWithGroups, .wildcardWithPopulation: wildcardReport
        case .noSparkSource, .twoSparkSources, .noSparkFields, .dataBesideSpark, .needsLocalEngine: sparkReport
        case .spark(let error): error.report
        case .standardInputTwice:
            .usage(
                "plan.standard-input-twice", "Data and population data cannot both come from standard input.",
                "give one of them as a file.")
        case .twoInputs(let name):
            .usage("plan.two-inputs", "Two inputs have the name '\(name)'.", "give each a name of its own.")
        case .readTwice(let path):
            .usage(
                "plan.read-twice", "\(path): a pipe can be read once, and this needs it more than once.",
                "write it to a file first.", at: .init(file: path))
        }
    }

    /// What is said where nothing says what to work on.
    private var missingReport: ErrorReport {
        switch self {
        case .noData:
            .usage(
                "plan.no-data", "No data are named.",
                "give the path of a file, '-' for standard input, or a --release that names the data.")
        case .noQuasiIdentifiers:
            .usage(
                "plan.no-quasi-identifiers", "No fields are named.",
                "name those that an intruder could know with --quasi-identifiers a,b,c, or give a --release that names them."
            )
        case .noPopulation:
            .usage(
                "plan.no-population", "The size of the population is not stated.",
                "give the number of persons with --population, or the share of them that is in the file with "
                    + "--sampling-fraction.")
        case .noGroups:
            .usage(
                "plan.no-groups", "No groups are named.",
                "name the fields whose values are the groups with --by a,b, or give a --release that names them.")
        case .noFamilies:
            .usage(
                "plan.no-families", "Nothing says which records are a family.",
                "name the field that says to which family a record belongs with --family, or infer families with "
                    + "--infer address.")
        case .noTable(let name):
            .usage(
                "plan.no-table", "The table '\(name)' did not come with the question.",
                "hand it over, or name a file.")
        case .noRegister:
            .usage(
                "plan.no-register", "No register is named.",
                "give its folder with --register, or a --release whose section 'requests' names it.")
        case .noRules:
            .usage(
                "plan.no-rules", "No rule to check is given.",
                "use --min-k, --max-uniqueness, --max-risk, --require or --baseline, or a --release whose policy states one."
            )
        default: preconditionFailure("nothing is missing")
        }
    }

    /// What is said of fields.
    private var fieldReport: ErrorReport {
        switch self {
        case .repeatedQuasiIdentifier(let name):
            .usage(
                "plan.repeated-quasi-identifier", "The field '\(name)' is named twice.", "name each field once.",
                at: .init(field: name))
        case .repeatedField(let name, let option):
            .usage(
                "plan.repeated-field", "\(option) names the field '\(name)' twice.", "name each field once.",
                at: .init(field: name))
        case .fieldInTwoRoles(let name, let options):
            .usage(
                "plan.field-in-two-roles",
                "The field '\(name)' is named by \(options.joined(separator: " and by ")).",
                "give each field one role.", at: .init(field: name))
        case .notSensitive(let name, let option):
            .usage(
                "plan.not-sensitive", "\(option) names '\(name)', which is not a sensitive field.",
                "name it with --sensitive too.", at: .init(field: name))
        case .twoDistances(let name):
            .usage(
                "plan.two-distances", "The field '\(name)' is named by --ordered and by --value-hierarchy.",
                "the distance of its values is one of them.", at: .init(field: name))
        case .unknownComparator(let name, let field, let nearest):
            .usage(
                "plan.unknown-comparator",
                "--compare: the field '\(field)' has an unknown comparator, '\(name)'.",
                ErrorReport.didYouMean(nearest, or: "use name, date, postcode, exact or numeric."),
                at: .init(field: field))
        case .noSharedFields(let files, let shared, let others):
            .usage(
                "plan.no-shared-fields",
                "None of the fields to compare is in both \(files.joined(separator: " and ")).",
                shared.isEmpty && others == 0
                    ? "the files have no field of the same name: rename the columns of one of them."
                    : "both have "
                        + Wording.list(
                            shared
                                + (others > 0 ? [Wording.count(others, "field") + " whose names look like values"] : [])
                        )
                        + ".")
        default: preconditionFailure("it is about no field")
        }
    }

    /// What is said of options.
    private var optionReport: ErrorReport {
        switch self {
        case .optionNeeds(let option, let needed):
            .usage("plan.option-needs", "\(option) requires \(needed).", "give both or none.")
        case .outOfRange(let option, let expected): .usage("plan.out-of-range", "\(option) needs \(expected).")
        case .populationAndFraction:
            .usage(
                "plan.population-and-fraction",
                "--population and --sampling-fraction both state the size of the population.", "give one of them.")
        case .twoPopulations:
            .usage(
                "plan.two-populations", "--population-data and --population both state the population.",
                "give one of them.")
        case .alphaWithoutWildcard(let name):
            .usage(
                "plan.alpha-without-wildcard",
                "--alpha weighs the records that match by a missing value, which --missing \(name.rawValue) does not do.",
                "leave it out or use --missing wildcard.")
        case .populationTooSmall(let size, let records):
            .usage(
                "plan.population-too-small",
                "A population of \(size) persons cannot hold the \(records) records of the file.",
                "correct --population or population.size.")
        case .writesText(let option, let ending):
            .usage(
                "plan.writes-text", "\(option) writes CSV, and its path ends in .\(ending).",
                "give it a name that ends in .csv.")
        case .noRecord(let number, let records):
            .usage(
                "plan.no-record", "Record \(number) does not exist: the data have \(records).",
                "--record counts from 1 below the header.")
        default: preconditionFailure("it is about no option")
        }
    }

    /// What is said of missing values as wildcards.
    private var wildcardReport: ErrorReport {
        switch self {
        case .wildcardWithSensitive:
            .usage(
                "plan.wildcard-with-sensitive",
                "With missing values as wildcards a record matches several classes, so sensitive values "
                    + "cannot be counted by class.",
                "use --missing category or exclude.")
        case .wildcardWithGroups:
            .usage(
                "plan.wildcard-with-groups",
                "With missing values as wildcards a record matches several classes, whose risk has no group.",
                "use --missing category or exclude, or leave --by out.")
        case .wildcardWithPopulation:
            .usage(
                "plan.wildcard-with-population",
                "With missing values as wildcards a record matches several classes, so the file has no classes to look "
                    + "up in population data.",
                "Use --missing category or exclude, or leave the population data out.")
        default: preconditionFailure("it is about no wildcard")
        }
    }

    /// What is said of counting on a cluster.
    private var sparkReport: ErrorReport {
        switch self {
        case .noSparkSource:
            .usage(
                "plan.no-spark-source", "No data are named for Spark.",
                "name a table of the cluster with --table db.census, or files that it can read with --files "
                    + "'s3a://bucket/*.parquet'.")
        case .twoSparkSources:
            .usage(
                "plan.two-spark-sources", "--table and --files name several data, and one is counted.",
                "give one of them.")
        case .noSparkFields:
            .usage(
                "plan.no-spark-fields",
                "With --engine spark the fields of the data are not looked at before the job.",
                "name the shared ones with --on a,b.")
        case .dataBesideSpark:
            .usage(
                "plan.data-beside-spark", "With --engine spark the data are those of --table or --files.",
                "leave the path of the file out.")
        case .needsLocalEngine(let option):
            .usage(
                "plan.needs-local-engine",
                "\(option) needs the local engine: from a cluster only class sizes come back.",
                "Leave it out, or leave --engine spark out and count a file.")
        default: preconditionFailure("it is about no cluster")
        }
    }
}
