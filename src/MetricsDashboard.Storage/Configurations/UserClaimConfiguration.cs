using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UserClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("UserClaims");
        builder.Property(claim => claim.UserId).IsCode(Lengths.Code);
        builder.Property(claim => claim.ClaimType).HasMaxLength(Lengths.LongName);
        builder.Property(claim => claim.ClaimValue).HasMaxLength(Lengths.Reason);
        builder.HasIndex(claim => claim.UserId);
    }
}
