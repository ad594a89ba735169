using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<IndicatorEntity>
{
    public void Configure(EntityTypeBuilder<IndicatorEntity> builder)
    {
        builder.ToTable("Indicators", table => table.HasCheckConstraint("CK_Indicators_Decimals", "[Decimals] BETWEEN 0 AND 2"));
        builder.HasKey(indicator => indicator.Code);
        builder.Property(indicator => indicator.Code).IsCode(Lengths.Code);
        builder.Property(indicator => indicator.InternalNo).IsCode(Lengths.ShortText);
        builder.Property(indicator => indicator.Name).HasMaxLength(Lengths.Name);
        builder.Property(indicator => indicator.Numerator).IsCode(Lengths.Reason);
        builder.Property(indicator => indicator.Denominator).IsCode(Lengths.Reason);
        builder.Property(indicator => indicator.Unit).HasMaxLength(Lengths.ShortText);
    }
}
