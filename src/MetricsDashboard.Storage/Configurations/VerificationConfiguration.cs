using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class VerificationConfiguration : IEntityTypeConfiguration<VerificationEntity>
{
    public void Configure(EntityTypeBuilder<VerificationEntity> builder)
    {
        builder.ToTable("Verifications");
        builder.HasKey(word => word.Id);
        builder.Property(word => word.Id).ValueGeneratedNever();
        builder.Property(word => word.Element).IsCode(Lengths.Code);
        builder.Property(word => word.Unit).IsCode(Lengths.UnitCode);
        builder.Property(word => word.Text).HasMaxLength(Lengths.Reason);
        builder.Property(word => word.WrittenBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<SubmissionEntity>().WithMany().HasForeignKey(word => word.SubmissionId);
        builder.HasIndex(word => new { word.SubmissionId, word.WrittenAt });
    }
}
