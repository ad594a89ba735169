using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNoteEntity>
{
    public void Configure(EntityTypeBuilder<CaseNoteEntity> builder)
    {
        builder.ToTable("CaseNotes");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.CaseNo).IsCode(CaseReading.LongestCode);
        builder.Property(row => row.Text).HasMaxLength(Lengths.Reason);
        builder.Property(row => row.WrittenBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<CaseEntity>().WithMany().HasForeignKey(row => row.CaseNo);
        builder.HasIndex(row => new { row.CaseNo, row.WrittenAt });
    }
}
