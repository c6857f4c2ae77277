public import ArgumentParser
import Singleout

extension DateOrder: ExpressibleByArgument {}

/// How dates in numbers are read.
struct DateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The order of day, month and year in dates such as 01/02/2003, for every field and file; dates with a four-digit "
                + "year first or the name of a month need none. (default: found in each field, from a value above 12)",
            valueName: "dmy|mdy|ymd"))
    var dates: DateOrder?
}
