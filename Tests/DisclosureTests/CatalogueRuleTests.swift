import Foundation
import Testing

/// What the page of a module in its catalogue names is there, and every type that the module offers is named.
struct CatalogueRuleTests {
    /// What a page names between two backquotes, outside of its blocks of code.
    private static func symbols(of page: String) -> [String] {
        let blocks = page.components(separatedBy: "```")
        let prose = blocks.indices.filter { $0 % 2 == 0 }.map { blocks[$0] }.joined()
        return prose.matches(of: /``([^`\s]+)``/).map { String($0.1) }
    }

    /// The names that a source declares.
    private static func declared(in source: String) -> Set<String> {
        let words = /\b(?:struct|class|enum|protocol|actor|typealias|func|macro|case|let|var)\s+(\w+)/
        return Set(source.matches(of: words).map { String($0.1) })
    }

    /// The types that a source offers to other modules, not those within others.
    private static func offered(by source: String) -> Set<String> {
        let words = /(?m)^public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
        return Set(source.matches(of: words).map { String($0.1) })
    }

    @Test func pagesNameWhatThereIs() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: ImportRules.sources.path)
        func text(_ file: String) throws -> String {
            try String(contentsOf: ImportRules.sources.appending(path: file), encoding: .utf8)
        }
        let catalogues = Set(files.filter { $0.hasSuffix(".docc") })
        #expect(catalogues.count > 10)
        for catalogue in catalogues {
            let module = String(catalogue.prefix { $0 != "/" })
            let sources = try files.filter { $0.hasPrefix(module + "/") && $0.hasSuffix(".swift") }.map(text)
            let declared = sources.reduce(into: Set([module])) { $0.formUnion(Self.declared(in: $1)) }
            var named: Set<String> = []
            for page in files where page.hasPrefix(catalogue + "/") && page.hasSuffix(".md") {
                for symbol in Self.symbols(of: try text(page)) {
                    let parts = symbol.split(separator: "/").map { String($0.prefix { $0 != "(" }) }
                    named.formUnion(parts)
                    #expect(declared.isSuperset(of: parts), "\(page) names \(symbol), which \(module) does not declare")
                }
            }
            let offered = sources.reduce(into: Set<String>()) { $0.formUnion(Self.offered(by: $1)) }
            #expect(offered.subtracting(named).sorted() == [], "\(catalogue) does not name types of \(module)")
        }
    }

    @Test func whatIsFound() {
        let page = "# ``M``\n\n- ``A/b(_:)``\n\n```swift\nlet x = ``C``\n```\n\n`D` and ``E``"
        #expect(Self.symbols(of: page) == ["M", "A/b(_:)", "E"])
        let source = "public final class A {\n    public struct B {}\n    func b() {}\n}\nenum C {}\n/// public enum D"
        #expect(Self.offered(by: source) == ["A"])
        #expect(Self.declared(in: source).isSuperset(of: ["A", "B", "b", "C"]))
    }
}
