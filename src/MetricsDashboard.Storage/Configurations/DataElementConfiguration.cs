using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class DataElementConfiguration : IEntityTypeConfiguration<DataElementEntity>
{
    public void Configure(EntityTypeBuilder<DataElementEntity> builder)
    {
        builder.ToTable("DataElements", table => table.HasCheckConstraint("CK_DataElements_Range", "[Minimum] >= 0 AND ([Maximum] IS NULL OR [Maximum] >= [Minimum])"));
        builder.HasKey(element => element.Code);
        builder.Property(element => element.Code).IsCode(Lengths.Code);
        builder.Property(element => element.Name).HasMaxLength(Lengths.Name);
        builder.Property(element => element.Measure).HasMaxLength(Lengths.ShortText);
        builder.Property(element => element.Form).IsCode(Lengths.Code);
        builder.Property(element => element.ObservedAt).IsCode(Lengths.Code);
        builder.Property(element => element.MaxElement).IsCode(Lengths.Code);
        builder.HasOne<FormEntity>().WithMany().HasForeignKey(element => element.Form);
        builder.HasOne<DataElementEntity>().WithMany().HasForeignKey(element => element.MaxElement);
    }
}
