public import ArgumentParser
import Singleout

extension DatePrecision: ExpressibleByArgument {}

/// Whole families.
struct FamiliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "families",
        abstract: "Whole families: what gives them away, how many others one pupil reveals, who is found after a move.",
        discussion: """
            Answers: how many families are like no other when a few fields of all their pupils (and the area) are known, which \
            fields and how few pupils give a family away, how many others one disclosed pupil reveals (reach), what an \
            intruder with a register of households finds, and how often the set of pupils alone finds a family again that has \
            moved?

            Families are given by a field (--family), or inferred from fields on which their members agree (--infer): the \
            address, or address and surname, as the sibling groups SGA and SGAS of the national pupil database are. 'address' \
            stands for those of the fields sub_building, building, street, town and postcode that the file has; a part may be \
            empty, but who has no house or flat, or neither street nor postcode, is a family of one. Texts such as Unknown, NFA \
            and the postcodes ZZ99 count as empty there. With --infer, a --family or --truth says how right the inferred \
            families are.

            Of fields that hold dates (as 2009-03-14) only the year counts, unless --precision says otherwise. Year groups and \
            other fields that change every year cannot find a family again in a --later file.

            Examples:
              singleout families pupils.csv --family home -q sex,dob --area lsoa
              singleout families pupils.csv --infer address,surname -q sex,dob
              singleout families pupils.csv --infer address --family home -q sex
              singleout families pupils.csv --truth true.csv --id upn -q sex,dob
              singleout families --release r.yml --area lsoa --later next.csv

            Memory: the fields that are read (1 to 4 bytes per record), about 60 bytes per record, and the different values; \
            with --truth or --later about 100 bytes more for each pupil. Time: it doubles with every member field, as all \
            combinations of them are counted (--max-size counts fewer).

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that says to which family a pupil belongs. (default: the household of a release; with --truth, "
                + "'family' of that file)", valueName: "field"))
    var family: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Infer families: pupils who agree on these fields, with commas between them; 'address' stands for all fields of "
                + "an address.", valueName: "fields"))
    var infer: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field with the area in which a pupil lives; it is known of a family beside the fields of its pupils.",
            valueName: "field"))
    var area: String?

    @Option(
        help: ArgumentHelp(
            "How much is known of fields that hold dates: year, term (spring January to March, summer April to August, "
                + "autumn September to December), month or day. (default: year)", valueName: "precision"))
    var precision: DatePrecision?

    @Option(
        help: ArgumentHelp(
            "The most fields of a combination, \(OptionRange.maximumSize.words). (default: all)", valueName: "fields"))
    var maxSize: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A file that says to which family each pupil belongs. With --infer the inferred families are compared with "
                + "these, without it these are the families.", valueName: "path"))
    var truth: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A later file with the same fields, in which families that have moved are looked for.", valueName: "path"))
    var later: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that tells pupils apart, for --truth and --later. (default: the identifier of a release)",
            valueName: "field"))
    var id: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A CSV file to write with the family of every record, its size and how many families are like it, in the order "
                + "of the data. DISCLOSIVE: it says who belongs together and whose family is alone; only you can read it "
                + "(mode 0600).", valueName: "path"))
    var records: String?

    @Option(
        help: ArgumentHelp(
            "Text comparison: exact, or folded, which ignores case, accents and spaces. (default: folded for --infer, exact "
                + "for --later)", valueName: "exact|folded"))
    var matchText: TextMatching?

    @Flag(help: "Exit status 0 although a field has no or hardly any value in common with --truth or --later.")
    var allowDisjoint = false

    @OptionGroup var groups: GroupOptions

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func validate() throws {
        if records == "" || records == "-" { throw ValidationError("--records needs the path of a file.") }
    }

    func run() throws {
        var arguments = options.arguments
        arguments.maximumSize = maxSize
        groups.add(to: &arguments)
        var families = FamilyArguments()
        families.family = family
        families.infer = infer
        families.area = area
        families.precision = precision
        families.truth = truth
        families.later = later
        families.identifier = id
        families.comparing.matching = matchText
        families.comparing.allowsDisjoint = allowDisjoint
        let release = try options.release.map { try Release(contentsOfFile: $0) }
        let lists = FieldLists(arguments, release, beside: [truth, later])
        try arguments.takeApart(by: lists)
        try families.takeApart(by: lists)
        let plan = try FamilyPlan(arguments, families, release: release)
        try output.write(of: plan, format: format, records: records) { try plan.run(progress: $0) }
    }
}
