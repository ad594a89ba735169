using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("UserLogins");
        builder.Property(login => login.LoginProvider).IsCode(Lengths.Code);
        builder.Property(login => login.ProviderKey).IsCode(Lengths.LongName);
        builder.Property(login => login.ProviderDisplayName).HasMaxLength(Lengths.Name);
        builder.Property(login => login.UserId).IsCode(Lengths.Code);
        builder.HasIndex(login => login.UserId);
    }
}
