using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<ContactEntity>
{
    public void Configure(EntityTypeBuilder<ContactEntity> builder)
    {
        builder.ToTable("Contacts");
        builder.HasKey(contact => contact.Id);
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.Property(contact => contact.Unit).IsCode(Lengths.UnitCode);
        builder.Property(contact => contact.Name).HasMaxLength(Lengths.ShortText);
        builder.Property(contact => contact.Post).HasMaxLength(Lengths.ShortText);
        builder.Property(contact => contact.OfficePhone).HasMaxLength(Lengths.ShortText);
        builder.Property(contact => contact.Mobile).HasMaxLength(Lengths.ShortText);
        builder.Property(contact => contact.Email).HasMaxLength(Lengths.LongName);
        builder.Property(contact => contact.ChangedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(contact => contact.Unit);
        builder.HasIndex(contact => contact.Unit);
    }
}
