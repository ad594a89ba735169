using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<ObservationEntity>
{
    public void Configure(EntityTypeBuilder<ObservationEntity> builder)
    {
        builder.ToTable("Observations", table => table.HasCheckConstraint("CK_Observations_Value", "[Value] >= 0"));
        builder.HasKey(row => new { row.Week, row.Element, row.Unit, row.Origin, row.Revision });
        builder.Property(row => row.Element).IsCode(Lengths.Code);
        builder.Property(row => row.Unit).IsCode(Lengths.UnitCode);
        builder.Property(row => row.Sheet).HasMaxLength(Lengths.Sheet);
        builder.Property(row => row.Cell).HasMaxLength(Lengths.Cell);
        builder.Property(row => row.RecordedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(row => row.Reason).HasMaxLength(Lengths.Reason);
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(row => row.Week);
        builder.HasOne<DataElementEntity>().WithMany().HasForeignKey(row => row.Element);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(row => row.Unit);
        builder.HasOne<SubmissionEntity>().WithMany().HasForeignKey(row => row.SubmissionId);

        // The newest value before a week, by unit and element: every column that the look-up reads.
        builder.HasIndex(row => new { row.Unit, row.Element, row.Week, row.Origin, row.Revision, row.Value });
    }
}
