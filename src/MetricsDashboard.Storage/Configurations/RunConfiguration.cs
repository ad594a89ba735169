using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class RunConfiguration : IEntityTypeConfiguration<RunEntity>
{
    public void Configure(EntityTypeBuilder<RunEntity> builder)
    {
        builder.ToTable("Runs", table => table.HasCheckConstraint("CK_Runs_Counts", "[Read] = [Created] + [Revised] + [Unchanged] + [Held] + [Rejected]"));
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.FileName).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.StartedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(row => row.CancelledBy).HasMaxLength(Lengths.PersonName);
        builder.Property(row => row.Message).HasMaxLength(Lengths.MessageText);
        builder.HasOne<IntakeSourceEntity>().WithMany().HasForeignKey(row => row.SourceId);
        builder.HasOne<UploadEntity>().WithMany().HasForeignKey(row => row.UploadId);
        builder.HasIndex(row => new { row.SourceId, row.StartedAt });
        builder.HasIndex(row => row.StartedAt);
    }
}
