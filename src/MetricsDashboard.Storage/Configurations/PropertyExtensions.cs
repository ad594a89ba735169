using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal static class PropertyExtensions
{
    /// <summary>A code: ASCII, compared byte by byte.</summary>
    public static PropertyBuilder<T> IsCode<T>(this PropertyBuilder<T> property, int length) => property.HasMaxLength(length).IsUnicode(false);

    /// <summary>A document without bound: the only columns that may be nvarchar(max).</summary>
    public static PropertyBuilder<T> IsDocument<T>(this PropertyBuilder<T> property) => property.HasAnnotation(DocumentAnnotation, true);

    public const string DocumentAnnotation = "MetricsDashboard:Document";
}
