using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ElementOriginConfiguration : IEntityTypeConfiguration<ElementOriginEntity>
{
    public void Configure(EntityTypeBuilder<ElementOriginEntity> builder)
    {
        builder.ToTable("ElementOrigins");
        builder.HasKey(row => new { row.Element, row.FromWeek, row.No });
        builder.Property(row => row.Element).IsCode(Lengths.Code);
        builder.Property(row => row.ChangedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<DataElementEntity>().WithMany().HasForeignKey(row => row.Element);
    }
}
