import Briefing
import Microdata

/// Writes a briefing into a folder that appears whole or not at all.
public final class BriefFolder {
    private let folder: UnfinishedFolder
    /// The folder that holds what is written until it is finished.
    public var place: String { folder.place }

    /// Prepares a folder next to the one to be made, which must not exist.
    ///
    /// - Parameters:
    ///   - path: Where the folder is to appear.
    ///   - terms: How it is published; only the user may read what holds unprotected counts of what may be real people.
    /// - Throws: `BriefError.folderExists`; `.refused` where the system refuses.
    public init(_ path: String, for terms: BriefTerms) throws(BriefError) {
        do {
            folder = try UnfinishedFolder(path, isPrivate: terms.isDisclosive)
        } catch {
            switch error {
            case .exists(let path): throw .folderExists(path: path)
            case .refused(let error): throw BriefError(error)
            }
        }
    }

    /// Removes what was written unless it has been committed.
    public func discard() { folder.discard() }

    /// Writes every format of a briefing and makes it appear under the folder's name.
    ///
    /// - Returns: The paths of the files below the folder, in the order in which they were written.
    /// - Throws: `BriefError.refused` where the system refuses; nothing is left behind then.
    /// - Complexity: O(combinations) time and memory.
    public func write(_ findings: BriefFindings) throws(BriefError) -> [String] {
        let report = findings.report()
        var files: [String] = []
        do {
            func add(_ name: String, _ render: (inout ByteStream) throws -> Void) throws {
                var bytes: [UInt8] = []
                var stream = ByteStream { bytes += $0 }
                try render(&stream)
                try stream.finish()
                try folder.write(bytes, to: name)
                files.append(name)
            }
            try add("briefing.html") { try $0.write(PageRenderer().render(report)) }
            try add("briefing.md") { try MarkdownRenderer().render(report, into: &$0) }
            var latex = LaTeXRenderer()
            latex.isStandalone = true
            try add("briefing.tex") { try latex.render(report, into: &$0) }
            let workbook = try WorkbookRenderer(created: findings.terms.date.secondsSince1970)
                .render(report, partsIn: folder.path)
            try folder.write(workbook, to: "briefing.xlsx")
            files.append("briefing.xlsx")
            try add("findings.json") {
                try JSONRenderer().render(findings.json(report), into: &$0)
            }
            try folder.makeFolder("tables")
            let tidy = TidyDataRenderer(.init(timePeriod: String(findings.terms.period ?? findings.terms.date.year)))
            for table in report.tables {
                try add("tables/\(table.name).csv") { try tidy.renderData(table, into: &$0) }
                try add("tables/\(table.name).meta.csv") { try tidy.renderMeta(table, into: &$0) }
            }
            try folder.makeFolder("figures")
            for figure in report.charts {
                try add("figures/\(figure.name).svg") { try $0.write(SVGRenderer().file(figure, in: report)) }
            }
            try folder.commit()
        } catch let error as WritingError {
            throw BriefError(error)
        } catch let error as WorkbookError {
            throw .refused(path: folder.destination + "/briefing.xlsx", action: "write", reason: error.reason)
        } catch {
            throw .refused(path: folder.destination, action: "write", reason: "\(error)")
        }
        return files
    }
}

extension BriefError {
    fileprivate init(_ error: WritingError) {
        self = .refused(path: error.path, action: error.action, reason: error.reason)
    }
}
