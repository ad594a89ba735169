using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<SubmissionEntity>
{
    public void Configure(EntityTypeBuilder<SubmissionEntity> builder)
    {
        builder.ToTable("Submissions");
        builder.HasKey(submission => submission.Id);
        builder.Property(submission => submission.Id).ValueGeneratedNever();
        builder.Property(submission => submission.Unit).IsCode(Lengths.UnitCode);
        builder.Property(submission => submission.Form).IsCode(Lengths.Code);
        builder.Property(submission => submission.SentBy).HasMaxLength(Lengths.PersonName);
        builder.Property(submission => submission.ValuesSha256).IsCode(Lengths.Sha256).IsFixedLength();
        builder.Property(submission => submission.ReviewedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(submission => submission.DecidedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(submission => submission.AcceptedUnder).HasMaxLength(Lengths.PersonName);
        builder.Property(submission => submission.Reason).HasMaxLength(Lengths.Reason);
        builder.Property(submission => submission.Version).IsConcurrencyToken();
        builder.HasOne<DutyEntity>().WithMany().HasForeignKey(submission => new { submission.Week, submission.Unit, submission.Form });
        builder.HasOne<UploadEntity>().WithMany().HasForeignKey(submission => submission.UploadId);
        builder.HasIndex(submission => new { submission.Week, submission.Unit, submission.Form, submission.Round })
            .IsUnique().HasDatabaseName("UQ_Submissions_Week_Unit_Form_Round");
        builder.HasIndex(submission => submission.UploadId);
        builder.HasIndex(submission => new { submission.State, submission.Week });
    }
}
