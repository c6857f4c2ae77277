import Foundation

/// Which folders of the module `Singleout`, and which files of a question's folder, may name the types of which others.
enum FolderRules {
    /// Each folder may name the types of the folders before it.
    static let layers = [
        "Words", "Figures", "Settings", "Reading", "Answers", "Rules", "Release", "Selection", "Questions",
    ]

    /// What one question may use of others.
    static let uses: [String: Set<String>] = ["Check": ["Families", "Measure"]]
    /// The question that is made of the others.
    static let whole = "Brief"

    /// What a file of a question's folder is for.
    enum Role {
        /// What was asked, the same checked, the work, what was found, and how it is shown.
        case request, plan, run, findings, report
        /// Values and errors that any of them may name.
        case support

        /// The role of a file by its name.
        init(file: String) {
            let name = file.split(separator: "/").last.map { String($0.dropLast(".swift".count)) } ?? ""
            let base = name.split(separator: "+").first.map(String.init) ?? name
            if file.contains("/Sections/") {
                self = .report
            } else if base.hasSuffix("Request") {
                self = .request
            } else if base.hasSuffix("Run") {
                self = .run
            } else if base.hasSuffix("Plan") {
                self = .plan
            } else if base.hasSuffix("Findings") {
                self = name.contains("+") ? .report : .findings
            } else {
                self = .support
            }
        }

        /// Whether a file may name the types of another one of its folder.
        func allows(_ other: Role) -> Bool {
            switch self {
            case .request, .support: [.request, .support].contains(other)
            case .plan: [.request, .support, .plan].contains(other)
            case .findings, .report: [.support, .findings, .report].contains(other)
            case .run: true
            }
        }
    }

    /// Whether a file of the module may name the types of another, both by their paths in it.
    static func allows(_ file: String, toName other: String) -> Bool {
        let (own, foreign) = (file.split(separator: "/"), other.split(separator: "/"))
        guard let layer = layers.firstIndex(of: String(own[0])) else { return own.count == 1 }
        guard let below = layers.firstIndex(of: String(foreign[0])) else { return foreign.count == 1 }
        if layer != below { return below < layer }
        // What stands above the folders of the questions lists them.
        guard own[0] == "Questions", own.count > 2 else { return true }
        if foreign.count == 2 { return foreign[1] == "QuestionPlan.swift" }
        if own[1] == foreign[1] { return Role(file: file).allows(Role(file: other)) }
        return String(own[1]) == whole || uses[String(own[1])]?.contains(String(foreign[1])) == true
    }

    /// The types that a file declares outside of others.
    static func types(declaredIn source: String) -> [String] {
        let pattern =
            /^(?:(?:public|package|internal|final|indirect) )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/
            .anchorsMatchLineEndings()
        return code(source).matches(of: pattern).map { String($0.1) }
    }

    /// The names of types in a file, apart from comments and texts.
    static func names(in source: String) -> Set<String> {
        Set(code(source).matches(of: /\b[A-Z]\w+/).map { String($0.0) })
    }

    private static func code(_ source: String) -> String {
        source.replacing(/\/\/.*/, with: "").replacing(/"""[\s\S]*?"""/, with: "").replacing(
            /"(?:\\.|[^"\\\n])*"/, with: "")
    }

    /// Every name of a type that another file of the module declares: file, name, file that declares it.
    static func all() throws -> [(file: String, name: String, declaredIn: String)] {
        let folder = ImportRules.sources.appending(path: "Singleout")
        var sources: [String: String] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            sources[file] = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        var declared: [String: String] = [:]
        for (file, source) in sources {
            for name in types(declaredIn: source) { declared[name] = file }
        }
        return sources.flatMap { file, source in
            names(in: source).compactMap { name in
                declared[name].flatMap { $0 == file ? nil : (file, name, $0) }
            }
        }
    }
}
