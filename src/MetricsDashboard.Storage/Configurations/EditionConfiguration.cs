using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class EditionConfiguration : IEntityTypeConfiguration<EditionEntity>
{
    public void Configure(EntityTypeBuilder<EditionEntity> builder)
    {
        builder.ToTable("Editions", table => table.HasCheckConstraint("CK_Editions_Id", "[Id] = [Week] * 1000 + [No]"));
        builder.HasKey(edition => edition.Id);
        builder.Property(edition => edition.Id).ValueGeneratedNever();
        builder.Property(edition => edition.ContentHash).IsCode(Lengths.Sha256).IsFixedLength();
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(edition => edition.Week);
        builder.HasOne<CatalogueVersionEntity>().WithMany().HasForeignKey(edition => edition.CatalogueVersion);
        builder.HasIndex(edition => new { edition.Week, edition.No }).IsUnique().HasDatabaseName("UQ_Editions_Week_No");
    }
}
