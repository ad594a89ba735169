using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CasePastConfiguration : IEntityTypeConfiguration<CasePastEntity>
{
    public void Configure(EntityTypeBuilder<CasePastEntity> builder)
    {
        builder.ToTable("CasePast");
        builder.HasKey(row => new { row.CaseNo, row.Version });
        builder.HasCaseColumns();
        builder.HasIndex(row => row.ValidUntil);
    }
}
