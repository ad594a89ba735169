using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<MessageEntity>
{
    public void Configure(EntityTypeBuilder<MessageEntity> builder)
    {
        builder.ToTable("Messages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Recipient).HasMaxLength(Lengths.PersonName);
        builder.Property(message => message.Subject).HasMaxLength(Lengths.LongName);
        builder.Property(message => message.Text).HasMaxLength(Lengths.MessageText);
        builder.Property(message => message.Link).IsCode(Lengths.LongName);
        builder.HasIndex(message => new { message.Recipient, message.SentAt });
    }
}
