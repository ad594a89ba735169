using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<CorrectionEntity>
{
    public void Configure(EntityTypeBuilder<CorrectionEntity> builder)
    {
        builder.ToTable("Corrections");
        builder.HasKey(correction => correction.Id);
        builder.Property(correction => correction.Id).ValueGeneratedNever();
        builder.Property(correction => correction.Unit).IsCode(Lengths.UnitCode);
        builder.Property(correction => correction.Element).IsCode(Lengths.Code);
        builder.Property(correction => correction.RowUnit).IsCode(Lengths.UnitCode);
        builder.Property(correction => correction.Reason).HasMaxLength(Lengths.Reason);
        builder.Property(correction => correction.RequestedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(correction => correction.DecidedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(correction => correction.Answer).HasMaxLength(Lengths.Reason);
        builder.Property(correction => correction.Version).IsConcurrencyToken();
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(correction => correction.Week);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(correction => correction.Unit);
        builder.HasIndex(correction => new { correction.State, correction.Week });
        builder.HasIndex(correction => new { correction.Week, correction.Unit });
    }
}
