using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UploadConfiguration : IEntityTypeConfiguration<UploadEntity>
{
    public void Configure(EntityTypeBuilder<UploadEntity> builder)
    {
        builder.ToTable("Uploads");
        builder.HasKey(upload => upload.Id);
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.Property(upload => upload.FileName).HasMaxLength(Lengths.FileName);
        builder.Property(upload => upload.Sha256).IsCode(Lengths.Sha256).IsFixedLength();
        builder.Property(upload => upload.Form).IsCode(Lengths.Code);
        builder.Property(upload => upload.Unit).IsCode(Lengths.UnitCode);
        builder.Property(upload => upload.SentBy).HasMaxLength(Lengths.PersonName);
        builder.Property(upload => upload.SenderUnit).IsCode(Lengths.UnitCode);
        builder.Property(upload => upload.Outcome).IsDocument();
        builder.Property(upload => upload.Basis).HasDefaultValue(SubmissionBasis.Values).ValueGeneratedNever();
        builder.Property(upload => upload.Explanations).IsDocument();
        builder.Property(upload => upload.DecidedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(upload => upload.FailureReference).IsCode(Lengths.Code);
        builder.Property(upload => upload.Version).IsConcurrencyToken();
        builder.HasOne<IntakeSourceEntity>().WithMany().HasForeignKey(upload => upload.SourceId);
        builder.HasOne<IntakeMappingEntity>().WithMany().HasForeignKey(upload => upload.MappingId);
        builder.HasIndex(upload => new { upload.State, upload.LeaseUntil });
        builder.HasIndex(upload => new { upload.SentBy, upload.SentAt });
        builder.HasIndex(upload => upload.SentAt);
    }
}
