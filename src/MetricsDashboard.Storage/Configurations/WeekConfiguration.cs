using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class WeekConfiguration : IEntityTypeConfiguration<WeekEntity>
{
    public void Configure(EntityTypeBuilder<WeekEntity> builder)
    {
        builder.ToTable("Weeks", table =>
        {
            table.HasCheckConstraint("CK_Weeks_Week", "[Week] BETWEEN 200001 AND 209953");
            table.HasCheckConstraint("CK_Weeks_LastWeek", "[LastWeek] >= [Week]");
        });
        builder.HasKey(week => week.Week);
        builder.Property(week => week.Week).ValueGeneratedNever();
        builder.Property(week => week.Holidays).HasMaxLength(Lengths.Name);
        builder.Property(week => week.OverriddenBy).HasMaxLength(Lengths.PersonName);
        builder.Property(week => week.Version).IsConcurrencyToken();
        builder.HasIndex(week => new { week.IssueYear, week.Issue }).IsUnique().HasDatabaseName("UQ_Weeks_IssueYear_Issue");
        builder.HasIndex(week => week.TotalIssue).IsUnique().HasDatabaseName("UQ_Weeks_TotalIssue");
    }
}
