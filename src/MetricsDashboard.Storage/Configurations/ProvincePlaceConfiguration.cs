using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ProvincePlaceConfiguration : IEntityTypeConfiguration<ProvincePlaceEntity>
{
    public void Configure(EntityTypeBuilder<ProvincePlaceEntity> builder)
    {
        builder.ToTable("ProvincePlaces");
        builder.HasKey(place => new { place.TableNo, place.Line });
        builder.Property(place => place.Place).HasMaxLength(Lengths.Name);
        builder.HasOne<ProvinceTableEntity>().WithMany().HasForeignKey(place => place.TableNo);
    }
}
