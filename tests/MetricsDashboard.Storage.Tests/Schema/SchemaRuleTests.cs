using System.Globalization;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Schema;

/// <summary>What a server would say to the schema, and the house rules that no server knows, without a server.</summary>
public sealed class SchemaRuleTests
{
    /// <summary>Names and purposes of the columns without bound.</summary>
    private static readonly string[] Documents = ["DataProtectionKeys.Xml", "HeldCases.Content", "IntakeMappings.Content", "Reports.DocumentJson", "ReportFiles.Bytes", "UploadFiles.Bytes", "Uploads.Outcome"];

    private static readonly TSqlScript Script = SqlServerScript.Parse(File.ReadAllText(SqlServerScript.File), out _);

    private static IEnumerable<CreateTableStatement> Tables => SqlServerScript.All<CreateTableStatement>(Script)
        .Where(table => Name(table.SchemaObjectName) != "__EFMigrationsHistory");

    [Theory]
    [InlineData("schema.sql")]
    [InlineData("create-database.sql")]
    public void Script_AsTSql140_HasNoSyntaxErrors(string file)
    {
        SqlServerScript.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(SqlServerScript.File)!, file)), out var errors);
        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
    }

    [Fact]
    public void Preparation_AfterMigrating_IsTSql140()
    {
        SqlServerScript.Parse(Data.SqlServerDatabase.AllowSnapshots, out var errors);
        Assert.Empty(errors.Select(error => error.Message));
    }

    [Fact]
    public void Script_AsDacModel_HasNoErrors() => Assert.Empty(DacErrors(File.ReadAllText(SqlServerScript.File)));

    [Theory]
    [InlineData("REFERENCES [Weeks] ([Week])", "REFERENCES [Weeks] ([Wochen])")]
    [InlineData("REFERENCES [Units] ([Code])", "REFERENCES [Unit] ([Code])")]
    [InlineData("[Form] varchar(64)", "[Form] varchar(65)")]
    public void DacModel_OfABrokenScript_FindsIt(string text, string broken) =>
        Assert.NotEmpty(DacErrors(File.ReadAllText(SqlServerScript.File).Replace(text, broken, StringComparison.Ordinal)));

    [Fact]
    public void ForeignKeys_OfAllTables_NeverCascade() =>
        Assert.All(SqlServerScript.All<ForeignKeyConstraintDefinition>(Script), key => Assert.Equal(DeleteUpdateAction.NoAction, key.DeleteAction));

    [Fact]
    public void Constraints_OfAllTables_AreNamedByTheirKind()
    {
        foreach (var table in Tables)
        {
            var name = Name(table.SchemaObjectName);
            var columns = table.Definition.ColumnDefinitions;
            Assert.All(columns, column => Assert.DoesNotContain(column.Constraints, constraint => constraint is not NullableConstraintDefinition));
            Assert.All(columns, column => Assert.Null(column.DefaultConstraint));
            Assert.All(table.Definition.TableConstraints, constraint => Assert.StartsWith(Prefix(constraint) + name, constraint.ConstraintIdentifier?.Value ?? ""));
            Assert.Single(table.Definition.TableConstraints.OfType<UniqueConstraintDefinition>(), constraint => constraint.IsPrimaryKey);
        }

        Assert.All(SqlServerScript.All<CreateIndexStatement>(Script), index => Assert.StartsWith((index.Unique ? "UQ_" : "IX_") + Name(index.OnName), index.Name.Value));

        static string Prefix(ConstraintDefinition constraint) => constraint switch
        {
            UniqueConstraintDefinition { IsPrimaryKey: true } => "PK_",
            UniqueConstraintDefinition => "UQ_",
            ForeignKeyConstraintDefinition => "FK_",
            CheckConstraintDefinition => "CK_",
            _ => throw new ArgumentOutOfRangeException(nameof(constraint), constraint.GetType().Name, "Unknown constraint."),
        };
    }

    [Fact]
    public void Columns_OfText_HaveALengthUnlessTheyAreDocuments()
    {
        var unbounded = Tables.SelectMany(table => table.Definition.ColumnDefinitions.Where(column => Type(column).EndsWith("(max)", StringComparison.OrdinalIgnoreCase))
            .Select(column => $"{Name(table.SchemaObjectName)}.{column.ColumnIdentifier.Value}"));
        Assert.Equal(Documents.Order(), unbounded.Order());
        Assert.All(
            Tables.SelectMany(table => table.Definition.ColumnDefinitions),
            column => Assert.DoesNotContain(Type(column), new[] { "varchar", "nvarchar", "char", "varbinary", "binary", "decimal", "datetime2", "datetimeoffset" }));
    }

    [Fact]
    public void Columns_OfText_HaveOneOfTwoCollations()
    {
        foreach (var column in Tables.SelectMany(table => table.Definition.ColumnDefinitions))
        {
            var type = Type(column);
            var expected = type.StartsWith("nvarchar", StringComparison.Ordinal) ? SqlServerMetricsDb.NameCollation
                : type.Contains("char", StringComparison.Ordinal) ? SqlServerMetricsDb.CodeCollation
                : null;
            Assert.Equal(expected, column.Collation?.Value);
        }
    }

    [Fact]
    public void Keys_OfAllTablesAndIndexes_FitIntoAPage()
    {
        var tables = Tables.ToDictionary(table => Name(table.SchemaObjectName), table => table.Definition.ColumnDefinitions.ToDictionary(column => column.ColumnIdentifier.Value));
        foreach (var table in Tables)
        {
            foreach (var key in table.Definition.TableConstraints.OfType<UniqueConstraintDefinition>())
                Assert.InRange(Size(Name(table.SchemaObjectName), key.Columns), 1, 900);
        }

        foreach (var index in SqlServerScript.All<CreateIndexStatement>(Script)) Assert.InRange(Size(Name(index.OnName), index.Columns), 1, 1700);

        int Size(string table, IEnumerable<ColumnWithSortOrder> columns) =>
            columns.Sum(column => Bytes(Type(tables[table][column.Column.MultiPartIdentifier.Identifiers[^1].Value])));
    }

    private static int Bytes(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? type : type[..open];
        var length = open < 0 ? "" : type[(open + 1)..^1];
        return name switch
        {
            "date" => 3,
            "int" => 4,
            "bigint" => 8,
            "uniqueidentifier" => 16,
            "datetime2" => 8,
            "char" or "varchar" or "binary" or "varbinary" => length == "max" ? int.MaxValue / 64 : int.Parse(length, CultureInfo.InvariantCulture),
            "nvarchar" => length == "max" ? int.MaxValue / 64 : 2 * int.Parse(length, CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No size is known of this type in a key."),
        };
    }

    private static List<string> DacErrors(string script)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql140, new TSqlModelOptions());
        foreach (var batch in script.Split("\nGO", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Of a batch only the definitions: a model knows neither transactions nor rows.
            var parsed = SqlServerScript.Parse(batch, out _);
            foreach (var statement in parsed.Batches.SelectMany(part => part.Statements).Where(statement => statement is CreateTableStatement or CreateIndexStatement))
            {
                try
                {
                    model.AddObjects(batch.Substring(statement.StartOffset, statement.FragmentLength));
                }
                catch (DacModelException fault)
                {
                    return [fault.Message];
                }
            }
        }

        return [.. model.Validate().Where(message => message.MessageType is Microsoft.SqlServer.Dac.DacMessageType.Error).Select(message => message.Message)];
    }

    private static string Type(ColumnDefinition column)
    {
        var type = (SqlDataTypeReference)column.DataType;
        var name = type.SqlDataTypeOption.ToString().ToLowerInvariant();
        return type.Parameters.Count == 0 ? name : $"{name}({string.Join(",", type.Parameters.Select(parameter => parameter.Value.ToLowerInvariant()))})";
    }

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;
}
