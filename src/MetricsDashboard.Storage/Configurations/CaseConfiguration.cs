using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<CaseEntity>
{
    public void Configure(EntityTypeBuilder<CaseEntity> builder)
    {
        builder.ToTable("Cases");
        builder.HasKey(row => row.CaseNo);
        builder.HasCaseColumns();

        // Whatever a week counts is still watched, or ended in it or later.
        builder.HasIndex(row => row.EndedAt);
    }
}
