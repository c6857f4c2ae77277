import ArgumentParser
import Singleout

/// The root of the commands.
struct SingleoutTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "singleout",
        abstract: "How easily can shared fields single out a pupil?",
        discussion: """
            Every command reads a CSV or TSV file (plain, gzip or zstd; '-' for standard input), or a release.yml that names \
            data, fields and policy once. Nothing that it prints holds a value of a record.

            An error is a line on standard error, which says what to do. With --format json it is one object, as \
            'singleout schema error' says.

            Exit status: 0 done; 1 the stated policy is not met; 2 the work failed; 64 wrong usage, such as an unknown field.
            """,
        version: Version.details,
        subcommands: [
            MeasureCommand.self, CombinationsCommand.self, SudaCommand.self, EstimateCommand.self, AcrossCommand.self,
            FamiliesCommand.self, HistoriesCommand.self, GroupsCommand.self, LinkCommand.self, SimulateCommand.self,
            RecodeCommand.self, DifferencesCommand.self, ExplainCommand.self, CheckCommand.self, BriefCommand.self,
            GenerateCommand.self, SchemaCommand.self,
        ])
}
