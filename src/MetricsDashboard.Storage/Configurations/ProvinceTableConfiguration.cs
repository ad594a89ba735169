using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ProvinceTableConfiguration : IEntityTypeConfiguration<ProvinceTableEntity>
{
    public void Configure(EntityTypeBuilder<ProvinceTableEntity> builder)
    {
        builder.ToTable("ProvinceTables");
        builder.HasKey(table => table.No);
        builder.Property(table => table.No).ValueGeneratedNever();
        builder.Property(table => table.Indicator).IsCode(Lengths.Code);
        builder.Property(table => table.Period).IsCode(Lengths.ShortText);
        builder.Property(table => table.Document).HasMaxLength(Lengths.Document);
        builder.Property(table => table.RecordedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(table => table.Reason).HasMaxLength(Lengths.Reason);
        builder.HasOne<IndicatorEntity>().WithMany().HasForeignKey(table => table.Indicator);
        builder.HasOne<ProvinceTableEntity>().WithMany().HasForeignKey(table => table.Replaces);
        builder.HasIndex(table => table.Indicator);
        // Of two people who replace the same state, one is told.
        builder.HasIndex(table => table.Replaces).IsUnique().HasDatabaseName("UQ_ProvinceTables_Replaces");
    }
}
