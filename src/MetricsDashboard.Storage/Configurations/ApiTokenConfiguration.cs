using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiTokenEntity>
{
    public void Configure(EntityTypeBuilder<ApiTokenEntity> builder)
    {
        builder.ToTable("ApiTokens");
        builder.HasKey(token => token.Id);
        builder.Property(token => token.Id).IsCode(10).IsFixedLength();
        builder.Property(token => token.Hash).HasMaxLength(32).IsFixedLength();
        builder.Property(token => token.Name).HasMaxLength(Lengths.PersonName);
        builder.Property(token => token.Unit).IsCode(Lengths.UnitCode);
        builder.Property(token => token.CreatedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(token => token.Unit);
    }
}
