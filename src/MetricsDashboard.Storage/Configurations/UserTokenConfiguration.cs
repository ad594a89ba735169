using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("UserTokens");
        builder.Property(token => token.UserId).IsCode(Lengths.Code);
        builder.Property(token => token.LoginProvider).IsCode(Lengths.Code);
        builder.Property(token => token.Name).IsCode(Lengths.Name);
        builder.Property(token => token.Value).HasMaxLength(2000);
    }
}
