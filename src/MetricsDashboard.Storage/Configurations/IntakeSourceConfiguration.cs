using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class IntakeSourceConfiguration : IEntityTypeConfiguration<IntakeSourceEntity>
{
    public void Configure(EntityTypeBuilder<IntakeSourceEntity> builder)
    {
        builder.ToTable("IntakeSources");
        builder.HasKey(source => source.Id);
        builder.Property(source => source.Id).ValueGeneratedNever();
        builder.Property(source => source.Name).HasMaxLength(ColumnMapping.LongestSource);
        builder.Property(source => source.Kind).IsCode(Lengths.EnumName).HasDefaultValue(IntakeSourceEntity.TableKind).ValueGeneratedNever();
        builder.Property(source => source.Schedule).IsCode(SourceSchedule.LongestText);
        builder.Property(source => source.Settings).IsDocument();
        builder.Property(source => source.Secret).IsDocument();
        builder.Property(source => source.Cursor).HasMaxLength(Lengths.Cursor);
        builder.Property(source => source.Notes).HasMaxLength(Lengths.DeliveryText);
        builder.Property(source => source.ChangedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(source => source.CreatedBy).HasMaxLength(Lengths.PersonName);
        builder.Property(source => source.Version).IsConcurrencyToken();
        builder.HasIndex(source => source.Name).IsUnique().HasDatabaseName("UQ_IntakeSources_Name");
    }
}
