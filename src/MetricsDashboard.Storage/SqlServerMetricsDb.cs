using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage;

/// <summary>The database of record.</summary>
internal sealed class SqlServerMetricsDb(DbContextOptions<SqlServerMetricsDb> options) : MetricsDb(options)
{
    /// <summary>Codes compare byte by byte.</summary>
    public const string CodeCollation = "Latin1_General_100_BIN2";

    /// <summary>Names sort by pinyin.</summary>
    public const string NameCollation = "Chinese_Simplified_Pinyin_100_CI_AS";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            // The context's type mapping is not there yet: what is stored as text is a string or an enum.
            if (property.ClrType == typeof(string) || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
                property.SetCollation(property.IsUnicode() == false ? CodeCollation : NameCollation);
        }
    }
}
