using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CatalogueVersionConfiguration : IEntityTypeConfiguration<CatalogueVersionEntity>
{
    public void Configure(EntityTypeBuilder<CatalogueVersionEntity> builder)
    {
        builder.ToTable("CatalogueVersions");
        builder.HasKey(row => row.Version);
        builder.Property(row => row.Version).ValueGeneratedNever();
        builder.Property(row => row.RecordedBy).HasMaxLength(Lengths.PersonName);
    }
}
