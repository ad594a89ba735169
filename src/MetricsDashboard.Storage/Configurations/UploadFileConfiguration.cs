using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UploadFileConfiguration : IEntityTypeConfiguration<UploadFileEntity>
{
    public void Configure(EntityTypeBuilder<UploadFileEntity> builder)
    {
        builder.ToTable("UploadFiles");
        builder.HasKey(file => file.UploadId);
        builder.Property(file => file.UploadId).ValueGeneratedNever();
        builder.Property(file => file.Bytes).IsDocument();
        builder.HasOne<UploadEntity>().WithOne().HasForeignKey<UploadFileEntity>(file => file.UploadId);
    }
}
