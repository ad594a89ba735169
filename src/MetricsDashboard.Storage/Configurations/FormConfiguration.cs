using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class FormConfiguration : IEntityTypeConfiguration<FormEntity>
{
    public void Configure(EntityTypeBuilder<FormEntity> builder)
    {
        builder.ToTable("Forms");
        builder.HasKey(form => form.Code);
        builder.Property(form => form.Code).IsCode(Lengths.Code);
        builder.Property(form => form.Name).HasMaxLength(Lengths.Name);
        builder.Property(form => form.AskedOf).IsCode(Lengths.Code);
        builder.Property(form => form.Note).HasMaxLength(Lengths.Reason);
    }
}
