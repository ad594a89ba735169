using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<UnitEntity>
{
    public void Configure(EntityTypeBuilder<UnitEntity> builder)
    {
        builder.ToTable("Units");
        builder.HasKey(unit => unit.Code);
        builder.Property(unit => unit.Code).IsCode(Lengths.UnitCode);
        builder.Property(unit => unit.Name).HasMaxLength(Lengths.Name);
        builder.Property(unit => unit.ShortName).HasMaxLength(Lengths.Name);
        builder.Property(unit => unit.Parent).IsCode(Lengths.UnitCode);
        builder.Property(unit => unit.RankingGroup).HasMaxLength(Lengths.Name);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(unit => unit.Parent);
        builder.HasIndex(unit => unit.Parent);
    }
}
