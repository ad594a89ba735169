using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<MetricsUser>
{
    public void Configure(EntityTypeBuilder<MetricsUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(user => user.Id).IsCode(Lengths.Code);
        builder.Property(user => user.UserName).HasMaxLength(Lengths.PersonName);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(Lengths.PersonName);
        builder.Property(user => user.DisplayName).HasMaxLength(Lengths.PersonName);
        builder.Property(user => user.Email).HasMaxLength(Lengths.FileName);
        builder.Property(user => user.NormalizedEmail).HasMaxLength(Lengths.FileName);
        builder.Property(user => user.PhoneNumber).HasMaxLength(Lengths.ShortText);
        builder.Property(user => user.PasswordHash).IsCode(Lengths.Reason);
        builder.Property(user => user.SecurityStamp).IsCode(Lengths.Code);
        builder.Property(user => user.ConcurrencyStamp).IsCode(Lengths.Code);
        builder.Property(user => user.Unit).IsCode(Lengths.UnitCode);
        builder.Property(user => user.HomeUnit).IsCode(Lengths.UnitCode);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique().HasDatabaseName("UQ_Users_NormalizedUserName");
        builder.HasIndex(user => user.NormalizedEmail).HasDatabaseName("IX_Users_NormalizedEmail");
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(user => user.Unit);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(user => user.HomeUnit);
    }
}
