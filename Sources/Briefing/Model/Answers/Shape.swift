/// What an object of an answer holds, member by member: its JSON and its JSON Schema are both made from this, so that they cannot
/// differ.
package struct Shape<Root>: Sendable {
    /// One or more members of the object, and how they are had from what the object is made of.
    package struct Member: Sendable {
        let properties: @Sendable () -> [Schema.Property]
        /// Adds them to those of the object: of answers with millions of objects a list for each member would cost more than counting.
        let append: @Sendable (Root, inout [JSONValue.Member]) -> Void

        init(
            _ properties: @autoclosure @escaping @Sendable () -> [Schema.Property],
            append: @escaping @Sendable (Root, inout [JSONValue.Member]) -> Void
        ) {
            self.properties = properties
            self.append = append
        }
    }

    /// The members, in the order in which they are written.
    package let members: [Member]

    /// An object of members.
    package init(_ members: Member...) { self.members = members }

    /// An object of members that a table lists.
    package init(_ members: [Member]) { self.members = members }

    /// The object's members for what it is made of.
    package func members(of root: Root) -> [JSONValue.Member] {
        var all: [JSONValue.Member] = []
        all.reserveCapacity(members.count)
        append(root, to: &all)
        return all
    }

    /// Adds the object's members to others.
    func append(_ root: Root, to all: inout [JSONValue.Member]) {
        for member in members { member.append(root, &all) }
    }

    /// The object for what it is made of.
    package func json(_ root: Root) -> JSONValue { .object(members(of: root)) }

    /// What every such object looks like.
    package var schema: Schema { .object(properties) }

    /// The members of every such object.
    package var properties: [Schema.Property] { members.flatMap { $0.properties() } }
}

extension Shape.Member {
    /// A figure that is always there.
    package static func value<Value: FigureValue>(
        _ figure: Figure, _ value: @escaping @Sendable (Root) -> Value
    ) -> Self {
        one(figure, Value.schema) { value($0).json }
    }

    /// A figure that is there or not.
    package static func value<Value: FigureValue>(
        ifAny figure: Figure, _ value: @escaping @Sendable (Root) -> Value?
    ) -> Self {
        one(ifAny: figure, Value.schema) { value($0)?.json }
    }

    /// A figure that has an answer, or a reason why it has none.
    package static func value<Value: FigureValue>(
        _ figure: Figure, or reason: @escaping @Sendable @autoclosure () -> String,
        _ value: @escaping @Sendable (Root) -> Value?
    ) -> Self {
        one(figure, Value.schema, because: { _ in reason() }) { value($0)?.json }
    }

    /// A figure that has an answer, or a reason why it has none that depends on what was found.
    package static func value<Value: FigureValue>(
        _ figure: Figure, because reason: @escaping @Sendable (Root) -> String,
        _ value: @escaping @Sendable (Root) -> Value?
    ) -> Self {
        one(figure, Value.schema, because: reason) { value($0)?.json }
    }

    /// An object that is always there.
    package static func object<Part>(
        _ figure: Figure, _ shape: Shape<Part>,
        _ part: @escaping @Sendable (Root) -> Part
    ) -> Self {
        one(figure, shape.schema) { shape.json(part($0)) }
    }

    /// An object that is there or not.
    package static func object<Part>(
        ifAny figure: Figure, _ shape: Shape<Part>,
        _ part: @escaping @Sendable (Root) -> Part?
    ) -> Self {
        one(ifAny: figure, shape.schema) { part($0).map(shape.json) }
    }

    /// An object, or a reason why there is none.
    package static func object<Part>(
        _ figure: Figure, _ shape: Shape<Part>,
        because reason: @escaping @Sendable (Root) -> String, _ part: @escaping @Sendable (Root) -> Part?
    ) -> Self {
        one(figure, shape.schema, because: reason) { part($0).map(shape.json) }
    }

    /// A list of objects.
    package static func list<Part>(
        _ figure: Figure, _ shape: Shape<Part>,
        _ parts: @escaping @Sendable (Root) -> [Part]
    ) -> Self {
        one(figure, .list(shape.schema)) { .array(parts($0).map(shape.json)) }
    }

    /// A list of objects that is there or not.
    package static func list<Part>(
        ifAny figure: Figure, _ shape: Shape<Part>,
        _ parts: @escaping @Sendable (Root) -> [Part]?
    ) -> Self {
        one(ifAny: figure, .list(shape.schema)) { parts($0).map { .array($0.map(shape.json)) } }
    }

    /// A list of objects, or a reason why there is none.
    package static func list<Part>(
        _ figure: Figure, _ shape: Shape<Part>,
        because reason: @escaping @Sendable (Root) -> String, _ parts: @escaping @Sendable (Root) -> [Part]?
    ) -> Self {
        one(figure, .list(shape.schema), because: reason) { parts($0).map { .array($0.map(shape.json)) } }
    }

    /// A long list of objects, each made when it is written, so that it needs no memory.
    ///
    /// - Parameter parts: How many there are, and the one with a number from 0.
    package static func longList<Part>(
        _ figure: Figure, _ shape: Shape<Part>,
        _ parts: @escaping @Sendable (Root) -> (count: Int, part: @Sendable (Int) -> Part)
    ) -> Self {
        one(figure, .list(shape.schema)) { root in
            let parts = parts(root)
            return .list(count: parts.count) { shape.json(parts.part($0)) }
        }
    }

    /// A long list of values, each made when it is written.
    ///
    /// - Parameter values: How many there are, and the one with a number from 0.
    package static func longList<Value: FigureValue>(
        _ figure: Figure, _ values: @escaping @Sendable (Root) -> (count: Int, value: @Sendable (Int) -> Value)
    ) -> Self {
        one(figure, .list(Value.schema)) { root in
            let values = values(root)
            return .list(count: values.count) { values.value($0).json }
        }
    }

    /// An object whose members have names that come from the data, such as those of fields.
    package static func map<Part>(
        _ figure: Figure, _ shape: Shape<Part>,
        _ parts: @escaping @Sendable (Root) -> [(name: String, part: Part)]
    ) -> Self {
        one(figure, .map(shape.schema)) { .object(parts($0).map { JSONValue.Member($0.name, shape.json($0.part)) }) }
    }

    /// Values under names that come from the data, such as those of fields.
    package static func map<Value: FigureValue>(
        _ figure: Figure, _ values: @escaping @Sendable (Root) -> [(name: String, value: Value)]
    ) -> Self {
        value(figure) { NamedValues(values($0)) }
    }

    /// An object whose members have names that come from the data; not there without any.
    package static func map<Part>(
        ifAny figure: Figure, _ shape: Shape<Part>,
        _ parts: @escaping @Sendable (Root) -> [(name: String, part: Part)]
    ) -> Self {
        one(ifAny: figure, .map(shape.schema)) { root in
            let parts = parts(root)
            if parts.isEmpty { return nil }
            return .object(parts.map { JSONValue.Member($0.name, shape.json($0.part)) })
        }
    }

    /// Numbers by number, such as classes by their size: an object, and next to it the same as a list under the name with `List`, which
    /// keeps its order and its numbers.
    ///
    /// - Parameters:
    ///   - key: What the numbers are by.
    ///   - value: What they are.
    ///   - lack: Why there is none for a key; all have one when `nil`.
    ///   - hasList: Whether the list is written too; not in objects that number in millions.
    package static func numbers<Value: FigureValue>(
        _ figure: Figure, by key: Figure, of value: Figure, lack: (@Sendable (String) -> String)? = nil,
        hasList: Bool = true, _ entries: @escaping @Sendable (Root) -> [(key: String, value: Value?)]
    ) -> Self {
        byNumber(figure, key, value, lack, because: nil, hasList: hasList, entries)
    }

    /// Numbers by number, or a reason why there are none.
    package static func numbers<Value: FigureValue>(
        _ figure: Figure, by key: Figure, of value: Figure, lack: (@Sendable (String) -> String)? = nil,
        because reason: @escaping @Sendable (Root) -> String,
        _ entries: @escaping @Sendable (Root) -> [(key: String, value: Value?)]?
    ) -> Self {
        byNumber(figure, key, value, lack, because: reason, entries)
    }

    /// Objects by number, such as figures of households by their size, and the same as a list.
    package static func objects<Part>(
        _ figure: Figure, by key: Figure, _ shape: Shape<Part>,
        _ entries: @escaping @Sendable (Root) -> [(key: Int, part: Part)]
    ) -> Self {
        let list = figure.asList
        return Self([
            .init(figure: figure, schema: .numbered(shape.schema), isAlways: true, mayLack: false),
            .init(
                figure: list,
                schema: .list(
                    .object([.init(figure: key, schema: .integer, isAlways: true, mayLack: false)] + shape.properties)
                ),
                isAlways: true, mayLack: false),
        ]) { root, all in
            let entries = entries(root).map { (key: $0.key, members: shape.members(of: $0.part)) }
            all.append(.init(figure.key, .object(entries.map { .init(String($0.key), .object($0.members)) })))
            all.append(
                .init(list.key, .array(entries.map { .object([.init(key.key, .integer($0.key))] + $0.members) })))
        }
    }

    /// Some of several figures, each with an object of one kind.
    package static func some<Part>(
        of figures: [Figure], _ shape: Shape<Part>,
        _ parts: @escaping @Sendable (Root) -> [(figure: Figure, part: Part)]
    ) -> Self {
        Self(figures.map { .init(figure: $0, schema: shape.schema, isAlways: false, mayLack: false) }) { root, all in
            for (figure, part) in parts(root) { all.append(.init(figure.key, shape.json(part))) }
        }
    }

    /// The members of another object as members of this one.
    package static func members<Part>(
        _ shape: Shape<Part>, _ part: @escaping @Sendable (Root) -> Part
    ) -> Self {
        Self(shape.properties) { shape.append(part($0), to: &$1) }
    }

    /// The members of another object as members of this one, where there is such an object.
    package static func members<Part>(
        ifAny shape: Shape<Part>, _ part: @escaping @Sendable (Root) -> Part?
    ) -> Self {
        Self(Schema.Property.together(shape.properties)) { root, all in
            if let part = part(root) { shape.append(part, to: &all) }
        }
    }

    /// A text that is always the same.
    package static func constant(_ figure: Figure, _ text: String) -> Self {
        one(figure, .constant(text)) { _ in .string(text) }
    }

    private static func byNumber<Value: FigureValue>(
        _ figure: Figure, _ key: Figure, _ value: Figure, _ lack: (@Sendable (String) -> String)?,
        because reason: (@Sendable (Root) -> String)?, hasList: Bool = true,
        _ entries: @escaping @Sendable (Root) -> [(key: String, value: Value?)]?
    ) -> Self {
        let element = Schema.object([
            .init(figure: key, schema: .number, isAlways: true, mayLack: false),
            .init(figure: value, schema: Value.schema, isAlways: true, mayLack: lack != nil),
        ])
        let listFigure = figure.asList
        let values = lack == nil ? Value.schema : .either([Value.schema, .null, .text])
        @Sendable func add(_ name: String, _ entry: (key: String, value: Value?), to all: inout [JSONValue.Member]) {
            if let value = entry.value {
                all.append(.init(name, value.json))
            } else {
                all.append(name, lacking: lack?(entry.key) ?? "")
            }
        }
        var properties = [
            Schema.Property(
                figure: figure, schema: .numbered(values, mayLack: lack != nil), isAlways: true, mayLack: reason != nil,
                list: hasList && reason != nil ? listFigure.key : nil)
        ]
        if hasList {
            properties.append(
                .init(figure: listFigure, schema: .list(element), isAlways: reason == nil, mayLack: false))
        }
        let all = properties
        return Self(all) { root, all in
            guard let entries = entries(root) else {
                if let reason { all.append(figure.key, lacking: reason(root)) }
                return
            }
            var object: [JSONValue.Member] = []
            object.reserveCapacity(entries.count)
            for entry in entries { add(entry.key, entry, to: &object) }
            all.append(.init(figure.key, .object(object)))
            if !hasList { return }
            let list = entries.map { entry -> JSONValue in
                var members = [
                    JSONValue.Member(
                        key.key, Int(entry.key).map(JSONValue.integer) ?? .number(Double(entry.key)))
                ]
                add(value.key, entry, to: &members)
                return .object(members)
            }
            all.append(.init(listFigure.key, .array(list)))
        }
    }

    private static func one(
        _ figure: Figure, _ schema: @escaping @Sendable @autoclosure () -> Schema,
        _ json: @escaping @Sendable (Root) -> JSONValue
    ) -> Self {
        Self([.init(figure: figure, schema: schema(), isAlways: true, mayLack: false)]) {
            $1.append(.init(figure.key, json($0)))
        }
    }

    private static func one(
        ifAny figure: Figure, _ schema: @escaping @Sendable @autoclosure () -> Schema,
        _ json: @escaping @Sendable (Root) -> JSONValue?
    ) -> Self {
        Self([.init(figure: figure, schema: schema(), isAlways: false, mayLack: false)]) { root, all in
            if let value = json(root) { all.append(.init(figure.key, value)) }
        }
    }

    private static func one(
        _ figure: Figure, _ schema: @escaping @Sendable @autoclosure () -> Schema,
        because reason: @escaping @Sendable (Root) -> String, _ json: @escaping @Sendable (Root) -> JSONValue?
    ) -> Self {
        Self([.init(figure: figure, schema: schema(), isAlways: true, mayLack: true)]) { root, all in
            if let value = json(root) {
                all.append(.init(figure.key, value))
            } else {
                all.append(figure.key, lacking: reason(root))
            }
        }
    }
}

extension [JSONValue.Member] {
    /// Adds `null` under a name, and the reason under the name with `Reason`.
    mutating func append(_ name: String, lacking reason: String) {
        append(.init(name, .null))
        append(.init(name + "Reason", .string(reason)))
    }
}
