public import ArgumentParser
import Singleout

extension EngineName: ExpressibleByArgument {}
extension SparkFileFormat: ExpressibleByArgument {}

/// What counts: this machine, or a cluster where the data are.
struct EngineOptions: ParsableArguments {
    @Option(.engine) var engine: EngineName?
    @Option(.master) var master: String?
    @Option(.table) var table: [String]
    @Option(.clusterFiles) var files: [String]
    @Option(.filesFormat) var filesFormat: SparkFileFormat?
    @Option(.sparkProgram) var program: String?
    @Option(.sparkConf) var sparkConf: [String]
    @Option(.setsPerJob) var setsPerJob: Int?

    /// Adds what was asked for, and sees to it that a job ends with the tool.
    func add(to arguments: inout EngineRequest) {
        arguments.engine = engine
        arguments.master = master
        arguments.tables = table
        arguments.files = files
        arguments.filesFormat = filesFormat
        arguments.program = program
        arguments.properties = sparkConf
        arguments.setsPerJob = setsPerJob
        if engine == .spark { Interruption.beforeEnding { SparkJobs.endAll() } }
    }
}
