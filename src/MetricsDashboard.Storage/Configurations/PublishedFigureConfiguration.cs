using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class PublishedFigureConfiguration : IEntityTypeConfiguration<PublishedFigureEntity>
{
    public void Configure(EntityTypeBuilder<PublishedFigureEntity> builder)
    {
        builder.ToTable("PublishedFigures");
        builder.HasKey(figure => figure.No);
        builder.Property(figure => figure.No).ValueGeneratedNever();
        builder.Property(figure => figure.Indicator).IsCode(Lengths.Code);
        builder.Property(figure => figure.Unit).IsCode(Lengths.UnitCode);
        builder.Property(figure => figure.Period).IsCode(Lengths.ShortText);
        builder.Property(figure => figure.RankText).HasMaxLength(Lengths.Name);
        builder.Property(figure => figure.Label).HasMaxLength(Lengths.ShortText);
        builder.Property(figure => figure.Document).HasMaxLength(Lengths.Document);
        builder.Property(figure => figure.RecordedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(figure => figure.Reason).HasMaxLength(Lengths.Reason);
        builder.HasOne<IndicatorEntity>().WithMany().HasForeignKey(figure => figure.Indicator);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(figure => figure.Unit);
    }
}
