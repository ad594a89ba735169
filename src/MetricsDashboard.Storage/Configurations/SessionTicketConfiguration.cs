using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class SessionTicketConfiguration : IEntityTypeConfiguration<SessionTicketEntity>
{
    public void Configure(EntityTypeBuilder<SessionTicketEntity> builder)
    {
        builder.ToTable("SessionTickets");
        builder.HasKey(ticket => ticket.Id);
        builder.Property(ticket => ticket.Id).IsCode(Lengths.Code);
        builder.Property(ticket => ticket.Value).HasMaxLength(8000);
        builder.HasIndex(ticket => ticket.ExpiresAt);
    }
}
