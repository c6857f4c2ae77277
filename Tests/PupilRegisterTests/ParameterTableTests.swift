import Testing

@testable import PupilRegister

struct ParameterTableTests {
    private static let text = """
        # What it is.
        # Source: made up.
        name, share,  size
        first, 0.25, 3

        second,0.75,-4
        """

    @Test func `a table is read by the names of its columns`() {
        let table = ParameterTable("sample", text: Self.text)
        #expect(table.notes == ["What it is.", "Source: made up."])
        #expect(table.columns == ["name", "share", "size"])
        #expect(table.count == 2)
        #expect(table.strings("name") == ["first", "second"])
        #expect(table.shares("share") == [0.25, 0.75])
        #expect(table.integers("size") == [3, -4])
    }

    @Test func `a malformed table traps`() async {
        await #expect(processExitsWith: .failure) { _ = ParameterTable("short", text: "a,b\n1\n") }
        await #expect(processExitsWith: .failure) { _ = ParameterTable("empty", text: "a,b\n") }
        await #expect(processExitsWith: .failure) { _ = ParameterTable("twice", text: "a,a\n1,2\n") }
        await #expect(processExitsWith: .failure) { _ = ParameterTable("absent table") }
        await #expect(processExitsWith: .failure) { _ = ParameterTable("a", text: "a\n1\n").strings("b") }
        await #expect(processExitsWith: .failure) { _ = ParameterTable("a", text: "a\nx\n").numbers("a") }
        await #expect(processExitsWith: .failure) { _ = ParameterTable("a", text: "a\n1.5\n").shares("a") }
    }
}
