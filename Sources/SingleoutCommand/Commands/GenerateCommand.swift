public import ArgumentParser
import Singleout

extension ErrorLevel: ExpressibleByArgument {}
extension FileCompression: ExpressibleByArgument {}

/// A synthetic national pupil database.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a synthetic school census and pupil database, with families.",
        discussion: """
            Examples:
              singleout generate --pupils 200000 --from 2016 --to 2016 --output town
              singleout generate --pupils 8000000 --scale 0.01 --from 2011 --to 2016 --seed 7 --output sample
              singleout generate --validate town

            Writes a folder of CSV files about pupils who do not exist. It holds a census for every year, the register \
            collated from them, and histories of addresses and schools. It also holds the extract of the memorandum of 2015, \
            schools, areas and the true families. The file manifest.json says that the data are synthetic, how they were \
            made, and each file's rows and SHA-256. The same options give the same files, byte for byte, whatever the number \
            of threads.

            With --validate nothing is made. The folder is read, and every published figure is compared with the register's: \
            the difference, the target and whether it is met. The folder needs all files but the register and the extract.

            Memory: about 150 bytes per pupil ever seen; with --validate about 400 bytes per pupil of the last census. Time: \
            about 2 s per million pupils and census year on 2 cores, most of it writing; --validate takes about 6 s per \
            million pupils.

            Exit status: 0 done; 1 with --validate, a target is missed (the table is printed all the same); 2 the work \
            failed; 64 wrong usage.
            """)

    @Option(.pupils) var pupils: Int?
    @Option(.scale) var scale: Double?
    @Option(.from) var from: Int?
    @Option(.to) var to: Int?
    @Option(.errors) var errors: ErrorLevel?
    @Option(.compression) var format: FileCompression?
    @Option(.only) var only: String?
    @Option(.validated) var validated: String?
    @Option(.report) var report: ReportFormat?
    @OptionGroup(.run) var folder: FolderOptions
    @OptionGroup(.run) var chance: SeedOptions
    @OptionGroup(.run) var resources: ThreadOptions

    func run() throws {
        let threads = try Setting.threads.checked(resources.threads)
        if let validated {
            if folder.output != nil || only != nil {
                throw UsageError.validatesAndMakes
            }
            return try validate(folder: validated, threads: threads)
        }
        if report != nil { throw UsageError.reportWithoutValidation }
        let output = try self.folder.path()
        let settings = try RegisterSettings(
            pupils: Setting.pupils.checked(pupils) ?? 8_000_000, scale: Setting.scale.checked(scale) ?? 1,
            firstYear: Setting.from.checked(from) ?? 2011, lastYear: Setting.to.checked(to) ?? 2016,
            seed: chance.seed ?? 1, errors: errors ?? .none)
        let files = try chosenFiles()
        let folder = try Interruption.guarding(\.place) { try RegisterFolder(output) }
        defer {
            folder.discard()
            Interruption.keep(folder.place)
        }
        let line = ProgressLine()
        defer { line?.clear() }
        let register = try Register(settings, threads: threads) { share in
            line?.show(.making(what: "families", share: share))
        }
        let manifest = try folder.write(register, files: files, compression: format ?? .none, threads: threads) {
            file, rows, all in
            line?.show(.writing(file: file, rows: rows, of: all))
        }
        line?.clear()
        var text = ""
        for file in manifest.files { text += "\(output)/\(file.path): \(NumberText.integer(file.rows)) rows\n" }
        text += "Synthetic: every pupil in \(output) is made up; \(Manifest.name) says how.\n"
        try Descriptor.standardOutput.write(Array(text.utf8))
    }

    private func chosenFiles() throws -> Set<RegisterFile>? {
        guard let only else { return nil }
        let names = only.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return try Set(
            names.map { name in
                guard let file = RegisterFile(rawValue: name) else {
                    throw UsageError.unknownValue(
                        name, option: Setting.only.option, known: RegisterFile.allCases.map(\.rawValue))
                }
                return file
            })
    }
}
