using System.Data;
using System.Data.Common;
using MetricsDashboard.Storage.Tests.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MetricsDashboard.Storage.Tests.Recording;

/// <summary>A row by its columns; what is not given is made up.</summary>
internal sealed class Row() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>
/// Answers a query with rows that could have come from a small database: each selected column is traced to its table, and the table's rows
/// are given here. What is no column (a count, an EXISTS, an output of 1) is answered with 1.
/// </summary>
internal sealed class PlausibleRows
{
    public static readonly Guid AnyId = Guid.Parse("01900000-0000-7000-8000-000000000001");
    public const int Week = 202030;

    private static readonly IModel Model = SqlServerScript.Context().Model;

    private readonly Dictionary<string, List<Row>> tables = new(StringComparer.Ordinal);

    /// <summary>What an EXISTS says.</summary>
    public bool Exists { get; set; }

    public PlausibleRows()
    {
        Set("Units", new Row { ["Code"] = "u", ["Kind"] = "City" });
        Set("Forms", new Row { ["Code"] = "f", ["AskedOf"] = "City", ["SuppliedBy"] = "Unit" });
        Set("DataElements", new Row { ["Code"] = "e", ["Form"] = "f", ["ObservedAt"] = "City" }, new Row { ["Code"] = Domain.Catalogue.NamedCodes.DutiesExpected, ["ObservedAt"] = "" });
        Set("Indicators", new Row { ["Code"] = "i", ["Numerator"] = "e", ["Unit"] = "项" });
        Set("Weeks", new Row { ["Week"] = Week - 1, ["LastWeek"] = Week - 1, ["State"] = "Closed" }, new Row { ["Week"] = Week, ["LastWeek"] = Week, ["State"] = "Open" });
        Set("Submissions", new Row { ["State"] = "Submitted" });
        Set("Uploads", new Row { ["State"] = "Processing", ["SentBy"] = "sender", ["SenderRole"] = "Source" });
        Set("SubmissionValues", new Row { ["Value"] = 7L });
        Set("Corrections", new Row { ["State"] = "Requested", ["Element"] = "e", ["Unit"] = "u", ["RowUnit"] = "u", ["OldValue"] = 1L, ["NewValue"] = 2L, ["RequestedBy"] = "sender" });
        Set("IntakeMappings", new Row { ["Form"] = "f", ["Content"] = """{"sheet":null,"headerRow":1,"columns":[],"units":[]}""" });
        Set("ElementOrigins", new Row { ["FromWeek"] = Week, ["Origin"] = "Cases" });
        Set("Observations", new Row { ["Origin"] = "Form", ["SubmissionId"] = AnyId });
        Set("Editions", new Row { ["Id"] = Week * 1000, ["No"] = 0, ["Kind"] = "Live" }, new Row { ["Id"] = (Week - 1) * 1000, ["Week"] = Week - 1, ["No"] = 0, ["Kind"] = "Live" });
        Set("Snapshots", new Row { ["EditionId"] = Week * 1000 });
        Set("Cases", new Row { ["Version"] = 1L, ["Unit"] = "u", ["Status"] = "Open", ["Card"] = "Red", ["CardSince"] = new DateTime(2020, 7, 20) });
        Set("CasePast", new Row { ["Version"] = 0L, ["Unit"] = "u" });
        Set("HeldCases", new Row { ["CaseNo"] = "x", ["Version"] = 2L, ["Kind"] = "Unit", ["Content"] = """["x","2","east","item","","2020-07-20T09:00:00","","","","","","open",""]""" });
        Set("Runs", new Row { ["State"] = "Running" });
        Set("IntakeSources", new Row { ["Kind"] = "http", ["Schedule"] = "02:00", ["LastSuccessAt"] = new DateTime(2020, 7, 27) });
        Set("ReportEditions", new Row { ["EditionId"] = Week * 1000 });
        Set("Reports", new Row { ["State"] = "Draft", ["DraftedBy"] = "drafter" });
    }

    public PlausibleRows Set(string table, params Row[] rows)
    {
        tables[table] = [.. rows];
        return this;
    }

    public PlausibleRows Empty(string table) => Set(table);

    public DbDataReader Answer(string sql, DbParameterCollection parameters)
    {
        var script = SqlServerScript.Parse(sql, out _);
        var results = new DataSet();
        foreach (var statement in script.Batches.SelectMany(batch => batch.Statements))
        {
            var table = statement switch
            {
                SelectStatement { QueryExpression: { } query } => Rows(query, parameters),
                DataModificationStatement { } change when SqlServerScript.All<OutputClause>(change).Any() => SqlServerScript.All<OutputClause>(change).Any(IsOfKeys) ? NoKeys() : One(),
                _ => null,
            };
            if (table is not null) results.Tables.Add(table);
        }

        if (results.Tables.Count == 0) results.Tables.Add();
        return results.CreateDataReader();
    }

    /// <summary>The keys that were inserted; none, so that the rows are taken as known.</summary>
    private static bool IsOfKeys(OutputClause output) => output.SelectColumns.OfType<SelectScalarExpression>().Any(column => column.ColumnName?.Value == "Value");

    private static DataTable NoKeys()
    {
        var table = new DataTable();
        table.Columns.Add("Value", typeof(string));
        return table;
    }

    private static DataTable One()
    {
        var table = new DataTable();
        table.Columns.Add("c0", typeof(int));
        table.Rows.Add(1);
        return table;
    }

    private DataTable Rows(QueryExpression query, DbParameterCollection parameters)
    {
        var columns = Specification(query).SelectElements.OfType<SelectScalarExpression>().Select(element => Trace(query, element.Expression)).ToList();
        var main = MainTable(query);
        var table = new DataTable();
        for (var i = 0; i < columns.Count; i++) table.Columns.Add($"c{i}", columns[i] is { } column ? ProviderType(column.Table, column.Name) : ExpressionType(query, i));
        var count = main is not null && tables.TryGetValue(main, out var given) ? given.Count : 1;
        var conditions = Aggregates(query) ? [] : Conditions(query, parameters).ToList();
        if (Aggregates(query)) count = 1;
        var top = Specification(query).TopRowFilter?.Expression is ParenthesisExpression { Expression: IntegerLiteral { Value: var literal } }
            ? int.Parse(literal, System.Globalization.CultureInfo.InvariantCulture)
            : int.MaxValue;
        for (var row = 0; row < count && table.Rows.Count < top; row++)
        {
            if (main is not null && !conditions.TrueForAll(condition => condition.Wanted == $"{Value(main, condition.Column, row)}")) continue;
            table.Rows.Add([.. columns.Select((column, i) => column is { } known
                ? Value(known.Table, known.Name, known.Table == main ? row : 0) ?? DBNull.Value
                : table.Columns[i].DataType == typeof(bool) ? Exists : Convert.ChangeType(main == "Weeks" ? Week : 1, table.Columns[i].DataType, System.Globalization.CultureInfo.InvariantCulture))]);
        }

        return table;
    }

    private object? Value(string table, string column, int row)
    {
        if (tables.TryGetValue(table, out var rows) && row < rows.Count && rows[row].TryGetValue(column, out var given)) return given;
        var property = Property(table, column);
        if (property.IsNullable) return null;
        var type = ProviderType(table, column);
        if (type == typeof(string)) return Text(property, column);
        if (type == typeof(Guid)) return AnyId;
        if (type == typeof(DateTime)) return new DateTime(2020, 7, 27, 0, 0, 0, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2020, 7, 27);
        if (type == typeof(bool)) return true;
        if (type == typeof(byte[])) return new byte[32];
        return Convert.ChangeType(column is "Week" or "ReportWeek" or "FirstWeek" or "ValidFrom" ? Week : 1, type, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(IProperty property, string column)
    {
        if (property.ClrType.IsEnum) return Enum.GetNames(property.ClrType)[0];
        return column switch
        {
            "Unit" or "RowUnit" => "u",
            "Form" => "f",
            "Element" => "e",
            "Indicator" => "i",
            _ => "x",
        };
    }

    private static Type ProviderType(string table, string column)
    {
        var property = Property(table, column);
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static IProperty Property(string table, string column) =>
        Model.GetEntityTypes().Single(entity => entity.GetTableName() == table).GetProperties().Single(property => property.GetColumnName() == column);

    /// <summary>The type of what is no column: EXISTS is a bit, COUNT, MAX and a choice among numbers are whole numbers.</summary>
    private static Type ExpressionType(QueryExpression query, int i) =>
        Origin(query, Specification(query).SelectElements.OfType<SelectScalarExpression>().ElementAt(i).Expression) is CastCall { DataType: SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit } }
            ? typeof(bool)
            : typeof(int);

    /// <summary>What the first branch of a choice gives.</summary>
    private static ScalarExpression Leaf(ScalarExpression expression) => expression switch
    {
        SearchedCaseExpression choice => Leaf(choice.WhenClauses[0].ThenExpression),
        CoalesceExpression { Expressions: [SearchedCaseExpression or ColumnReferenceExpression, ..] } either => Leaf(either.Expressions[0]),
        _ => expression,
    };

    private static bool Aggregates(QueryExpression query) =>
        Specification(query) is { GroupByClause: null } specification
        && specification.SelectElements.OfType<SelectScalarExpression>().SelectMany(element => element.Expression is CoalesceExpression either ? either.Expressions : [element.Expression])
            .Any(expression => expression is FunctionCall { FunctionName.Value: "MAX" or "MIN" or "COUNT" or "SUM" });

    private static QuerySpecification Specification(QueryExpression query) => query switch
    {
        QuerySpecification specification => specification,
        BinaryQueryExpression both => Specification(both.FirstQueryExpression),
        QueryParenthesisExpression inner => Specification(inner.QueryExpression),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    /// <summary>The conditions that compare a column of the main table with a word or a parameter, such as [Kind] = 'Closed' or [Week] = @week.</summary>
    private static IEnumerable<(string Column, string Wanted)> Conditions(QueryExpression query, DbParameterCollection parameters)
    {
        return Specification(query) is { WhereClause.SearchCondition: { } condition, FromClause.TableReferences: [NamedTableReference { Alias: { } alias }] } ? Of(condition) : [];

        IEnumerable<(string, string)> Of(BooleanExpression expression) => expression switch
        {
            BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Of(both.FirstExpression).Concat(Of(both.SecondExpression)),
            BooleanComparisonExpression
            {
                ComparisonType: BooleanComparisonType.Equals,
                FirstExpression: ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var source, var column] },
                SecondExpression: var wanted,
            } when source.Value == alias.Value && Word(wanted) is { } word => [(column.Value, word)],
            _ => [],
        };

        string? Word(ScalarExpression expression) => expression switch
        {
            StringLiteral literal => literal.Value,
            VariableReference variable => $"{parameters[variable.Name].Value}",
            _ => null,
        };
    }

    private static string? MainTable(QueryExpression query) => Specification(query).FromClause?.TableReferences is [var first, ..] ? MainTable(first) : null;

    private static string? MainTable(TableReference source) => source switch
    {
        NamedTableReference table => table.SchemaObject.BaseIdentifier.Value,
        QueryDerivedTable derived => MainTable(derived.QueryExpression),
        JoinTableReference join => MainTable(join.FirstTableReference),
        _ => null,
    };

    /// <summary>The table and column that an expression of a query comes from; null for what is no column.</summary>
    private static (string Table, string Name)? Trace(QueryExpression query, ScalarExpression expression)
    {
        expression = Leaf(expression);
        if (expression is FunctionCall { FunctionName.Value: "MAX" or "MIN", Parameters: [ColumnReferenceExpression inner] }) expression = inner;
        if (Derived(query, expression) is { } derived) return Trace(derived.Query, derived.Expression);
        if (expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var alias, var name] }) return null;
        return Tables(query).OfType<NamedTableReference>().FirstOrDefault(table => (table.Alias?.Value ?? table.SchemaObject.BaseIdentifier.Value) == alias.Value) is { } found
            ? (found.SchemaObject.BaseIdentifier.Value, name.Value)
            : null;
    }

    /// <summary>The expression that a column of a derived table stands for, through all of them.</summary>
    private static ScalarExpression Origin(QueryExpression query, ScalarExpression expression) =>
        Derived(query, Leaf(expression)) is { } derived ? Origin(derived.Query, derived.Expression) : Leaf(expression);

    private static (QueryExpression Query, ScalarExpression Expression)? Derived(QueryExpression query, ScalarExpression expression)
    {
        if (expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var alias, var name] }) return null;
        if (Tables(query).OfType<QueryDerivedTable>().FirstOrDefault(table => table.Alias.Value == alias.Value) is not { QueryExpression: var inner }) return null;
        var element = Specification(inner).SelectElements.OfType<SelectScalarExpression>()
            .Single(element => (element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value) == name.Value);
        return (inner, element.Expression);
    }

    private static IEnumerable<TableReference> Tables(QueryExpression query) => Specification(query).FromClause?.TableReferences.SelectMany(Sources) ?? [];

    private static IEnumerable<TableReference> Sources(TableReference source) =>
        source is JoinTableReference join ? Sources(join.FirstTableReference).Concat(Sources(join.SecondTableReference)) : [source];
}
