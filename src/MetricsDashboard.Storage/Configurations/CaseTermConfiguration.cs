using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CaseTermConfiguration : IEntityTypeConfiguration<CaseTermEntity>
{
    public void Configure(EntityTypeBuilder<CaseTermEntity> builder)
    {
        builder.ToTable("CaseTerms");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(CaseReading.LongestTerm);
        builder.Property(row => row.Meaning).IsCode(Lengths.Code);
        builder.Property(row => row.SaidBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<IntakeSourceEntity>().WithMany().HasForeignKey(row => row.SourceId);
        builder.HasIndex(row => new { row.SourceId, row.SaidAt });
    }
}
