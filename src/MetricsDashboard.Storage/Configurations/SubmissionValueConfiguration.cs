using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class SubmissionValueConfiguration : IEntityTypeConfiguration<SubmissionValueEntity>
{
    public void Configure(EntityTypeBuilder<SubmissionValueEntity> builder)
    {
        builder.ToTable("SubmissionValues");
        builder.HasKey(value => new { value.SubmissionId, value.Element, value.Unit });
        builder.Property(value => value.Element).IsCode(Lengths.Code);
        builder.Property(value => value.Unit).IsCode(Lengths.UnitCode);
        builder.Property(value => value.RawText).HasMaxLength(Lengths.RawText);
        builder.Property(value => value.Sheet).HasMaxLength(Lengths.Sheet);
        builder.Property(value => value.Cell).HasMaxLength(Lengths.Cell);
        builder.HasOne<SubmissionEntity>().WithMany().HasForeignKey(value => value.SubmissionId);
    }
}
