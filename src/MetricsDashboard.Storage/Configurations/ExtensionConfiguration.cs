using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ExtensionConfiguration : IEntityTypeConfiguration<ExtensionEntity>
{
    public void Configure(EntityTypeBuilder<ExtensionEntity> builder)
    {
        builder.ToTable("Extensions");
        builder.HasKey(extension => new { extension.Week, extension.Unit });
        builder.Property(extension => extension.Unit).IsCode(Lengths.UnitCode);
        builder.Property(extension => extension.Reason).HasMaxLength(Lengths.Reason);
        builder.Property(extension => extension.GrantedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(extension => extension.Week);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(extension => extension.Unit);
    }
}
