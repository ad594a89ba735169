using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<ReportEntity>
{
    public void Configure(EntityTypeBuilder<ReportEntity> builder)
    {
        builder.ToTable("Reports");
        builder.HasKey(report => report.Week);
        builder.Property(report => report.Week).ValueGeneratedNever();
        builder.Property(report => report.DocumentJson).IsDocument();
        builder.Property(report => report.DraftedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(report => report.PublishedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(report => report.Version).IsConcurrencyToken();
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(report => report.Week);
    }
}
