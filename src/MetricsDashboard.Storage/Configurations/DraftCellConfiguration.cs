using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class DraftCellConfiguration : IEntityTypeConfiguration<DraftCellEntity>
{
    public void Configure(EntityTypeBuilder<DraftCellEntity> builder)
    {
        builder.ToTable("DraftCells");
        builder.HasKey(cell => new { cell.Week, cell.Unit, cell.Form, cell.Element, cell.RowUnit });
        builder.Property(cell => cell.Unit).IsCode(Lengths.UnitCode);
        builder.Property(cell => cell.Form).IsCode(Lengths.Code);
        builder.Property(cell => cell.Element).IsCode(Lengths.Code);
        builder.Property(cell => cell.RowUnit).IsCode(Lengths.UnitCode);
        builder.Property(cell => cell.Text).HasMaxLength(Lengths.DraftText);
        builder.Property(cell => cell.Version).IsConcurrencyToken();
        builder.Property(cell => cell.ChangedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<DutyEntity>().WithMany().HasForeignKey(cell => new { cell.Week, cell.Unit, cell.Form });
    }
}
