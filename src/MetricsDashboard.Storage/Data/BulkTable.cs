using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MetricsDashboard.Storage.Data;

/// <summary>A table as the bulk paths need it, taken from the model, so that no column is named twice.</summary>
internal sealed class BulkTable
{
    private BulkTable(string name, IReadOnlyList<BulkColumn> columns)
    {
        Name = name;
        Columns = columns;
    }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public IEnumerable<BulkColumn> Keys => Columns.Where(column => column.IsKey);

    public IEnumerable<BulkColumn> Others => Columns.Where(column => !column.IsKey);

    public static BulkTable Of<T>(DbContext db)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is not stored.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return new BulkTable(table.Name, [.. entity.GetProperties().Select(property => BulkColumn.Of(property, table))]);
    }
}

/// <param name="Read">The value as the provider stores it.</param>
internal sealed record BulkColumn(string Name, bool IsKey, Type ProviderType, PropertyInfo Property, ValueConverter? Converter, Func<object, object?> Read)
{
    public static BulkColumn Of(IProperty property, StoreObjectIdentifier table)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return new BulkColumn(
            property.GetColumnName(table)!,
            property.IsPrimaryKey(),
            converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType,
            property.PropertyInfo!,
            converter,
            converter is null ? getter.GetClrValue : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null);
    }
}
