import Foundation

/// A `spark-sql` of shell script in a folder, which prints what it is told to.
enum FakeSpark {
    /// The class sizes of `Samples.pupils` over sex, year and area as one combination: of eight records three are alone.
    static let whole = [
        "singleout\t0\t0\t1\t3", "singleout\t0\t0\t2\t1", "singleout\t0\t0\t3\t1", "singleout\t0\t7\t8\t1",
    ]
    /// The same over all combinations of sex and area: both 0, sex 1, area 2, none 3.
    static let pairs = [
        "singleout\t0\t0\t1\t3", "singleout\t0\t0\t2\t1", "singleout\t0\t0\t3\t1", "singleout\t0\t1\t4\t2",
        "singleout\t0\t2\t1\t1", "singleout\t0\t2\t3\t1", "singleout\t0\t2\t4\t1", "singleout\t0\t3\t8\t1",
    ]

    /// Writes a program that runs lines of shell.
    static func write(_ script: String, in folder: WorkFolder) throws {
        try folder.write("#!/bin/sh\n\(script)\n", to: "spark-sql")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("spark-sql"))
    }

    /// Writes a program that keeps its arguments and statements and prints rows, the end among them.
    static func write(printing rows: [String], in folder: WorkFolder) throws {
        try write(
            """
            for last; do echo "$last" >> arguments; done
            cp "$last" statements
            cat <<'EOF'
            \((rows + ["singleout\tend"]).joined(separator: "\n"))
            EOF
            """, in: folder)
    }

    /// What calls it instead of the local engine.
    static let options = ["--engine", "spark", "--table", "db.census", "--spark-sql", "./spark-sql"]
}
