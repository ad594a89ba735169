using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class IntakeMappingConfiguration : IEntityTypeConfiguration<IntakeMappingEntity>
{
    public void Configure(EntityTypeBuilder<IntakeMappingEntity> builder)
    {
        builder.ToTable("IntakeMappings");
        builder.HasKey(mapping => mapping.Id);
        builder.Property(mapping => mapping.Id).ValueGeneratedNever();
        builder.Property(mapping => mapping.Form).IsCode(Lengths.Code);
        builder.Property(mapping => mapping.Content).IsDocument();
        builder.Property(mapping => mapping.SavedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(mapping => mapping.RetiredBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<IntakeSourceEntity>().WithMany().HasForeignKey(mapping => mapping.SourceId);
        builder.HasOne<FormEntity>().WithMany().HasForeignKey(mapping => mapping.Form);
        builder.HasIndex(mapping => new { mapping.SourceId, mapping.Form, mapping.No }).IsUnique().HasDatabaseName("UQ_IntakeMappings_Source_Form_No");
    }
}
