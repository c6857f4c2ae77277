import ArgumentParser

@main
struct SingleoutTool: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "singleout")
}
