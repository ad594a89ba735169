using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class SubmissionNoteConfiguration : IEntityTypeConfiguration<SubmissionNoteEntity>
{
    public void Configure(EntityTypeBuilder<SubmissionNoteEntity> builder)
    {
        builder.ToTable("SubmissionNotes");
        builder.HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Element).IsCode(Lengths.Code);
        builder.Property(note => note.Unit).IsCode(Lengths.UnitCode);
        builder.Property(note => note.Text).HasMaxLength(Lengths.Reason);
        builder.Property(note => note.WrittenBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<SubmissionEntity>().WithMany().HasForeignKey(note => note.SubmissionId);
        builder.HasIndex(note => note.SubmissionId);
    }
}
