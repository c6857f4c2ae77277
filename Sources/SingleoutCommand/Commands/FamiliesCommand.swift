import ArgumentParser
import Singleout

/// Whole families.
struct FamiliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "families",
        abstract: "Which families can be found, and what gives them away?",
        discussion: """
            Examples:
              singleout families pupils.csv --family home -q sex,dob --area lsoa
              singleout families pupils.csv --infer address,surname -q sex,dob
              singleout families pupils.csv --infer address --family home -q sex
              singleout families pupils.csv --truth-file true.csv --id upn -q sex,dob
              singleout families --release r.yml --area lsoa --later next.csv

            How many families are unique when a few fields of all their pupils are known, and perhaps the area? Which \
            fields, and how few pupils, give a family away? How many brothers and sisters does one disclosed pupil reveal? \
            What would an intruder with a register of households find? How often does the set of pupils alone find a family \
            again after a move?

            Families are given by a field (--family), or inferred from fields on which their members agree (--infer). These \
            are the address, or address and surname, as in the sibling groups SGA and SGAS of the national pupil database. \
            'address' means those of the fields sub_building, building, street, town and postcode that the file has. Some of \
            these may be empty. A pupil without a house or flat, or without both street and postcode, is treated as a \
            one-pupil family. Texts such as Unknown, NFA and the postcodes ZZ99 count as empty. With --infer, a --family or \
            --truth-file shows how right the inferred families are.

            --records writes the family of every record, its size and how many families are like it.

            Only the year counts in fields that hold dates (as 2009-03-14), unless --precision says otherwise. Year groups \
            and other fields that change every year cannot find a family again in a --later file.

            Memory: the fields that are read (1 to 4 bytes per record), about 60 bytes per record, and the different values. \
            --truth-file or --later take about 100 bytes more for each pupil. Time: it doubles with every member field, as \
            all combinations of them are counted (--max-size counts fewer).

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
