import ArgumentParser
import Singleout

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
            empty, but a pupil without house and flat, or without street and postcode, is a family of one. Texts such as Unknown, NFA \
            and the postcodes ZZ99 count as empty there. With --infer, a --family or --truth-file says how right the inferred \
            families are.

            --records writes the family of every record, its size and how many families are like it.

            Of fields that hold dates (as 2009-03-14) only the year counts, unless --precision says otherwise. Year groups and \
            other fields that change every year cannot find a family again in a --later file.

            Examples:
              singleout families pupils.csv --family home -q sex,dob --area lsoa
              singleout families pupils.csv --infer address,surname -q sex,dob
              singleout families pupils.csv --infer address --family home -q sex
              singleout families pupils.csv --truth-file true.csv --id upn -q sex,dob
              singleout families --release r.yml --area lsoa --later next.csv

            Memory: the fields that are read (1 to 4 bytes per record), about 60 bytes per record, and the different values; \
            with --truth-file or --later about 100 bytes more for each pupil. Time: it doubles with every member field, as all \
            combinations of them are counted (--max-size counts fewer).

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.trueFamilies) var truth: String?
    @Option(.later) var later: String?
    @OptionGroup var size: SizeOptions
    @OptionGroup(.fields) var identifier: IdentifierOptions
    @OptionGroup(.families) var families: FamilyOptions
    @OptionGroup(.families) var dates: PrecisionOptions
    @OptionGroup(.groups) var groups: GroupOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup(.run) var listing: RecordsOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        arguments.maximumSize = size.maxSize
        groups.add(to: &arguments)
        var families = self.families.arguments
        families.precision = dates.precision
        families.truth = truth.map(DataSource.file)
        families.later = later.map(DataSource.file)
        families.identifier = identifier.id
        families.comparing = comparison.comparing
        let release = try options.files.file.read()
        let lists = FieldLists(arguments, release, beside: [truth, later])
        try arguments.takeApart(by: lists)
        try families.takeApart(by: lists)
        try answer.write(FamilyPlan(arguments, families, release: release), records: listing.records)
    }
}
