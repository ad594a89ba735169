using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace MetricsDashboard.Storage;

/// <summary>The one model of both databases.</summary>
internal abstract class MetricsDb(DbContextOptions options) : IdentityUserContext<MetricsUser>(options), IDataProtectionKeyContext
{
    public DbSet<InstallationEntity> Installations => Set<InstallationEntity>();
    public DbSet<CatalogueVersionEntity> CatalogueVersions => Set<CatalogueVersionEntity>();
    public DbSet<UnitEntity> Units => Set<UnitEntity>();
    public DbSet<FormEntity> Forms => Set<FormEntity>();
    public DbSet<DataElementEntity> DataElements => Set<DataElementEntity>();
    public DbSet<IndicatorEntity> Indicators => Set<IndicatorEntity>();
    public DbSet<TargetEntity> Targets => Set<TargetEntity>();
    public DbSet<PublishedFigureEntity> PublishedFigures => Set<PublishedFigureEntity>();
    public DbSet<ProvinceTableEntity> ProvinceTables => Set<ProvinceTableEntity>();
    public DbSet<ProvincePlaceEntity> ProvincePlaces => Set<ProvincePlaceEntity>();
    public DbSet<EventEntity> Events => Set<EventEntity>();
    public DbSet<WeekEntity> Weeks => Set<WeekEntity>();
    public DbSet<CalendarDayEntity> CalendarDays => Set<CalendarDayEntity>();
    public DbSet<DutyEntity> Duties => Set<DutyEntity>();
    public DbSet<ExtensionEntity> Extensions => Set<ExtensionEntity>();
    public DbSet<UploadEntity> Uploads => Set<UploadEntity>();
    public DbSet<UploadFileEntity> UploadFiles => Set<UploadFileEntity>();
    public DbSet<SubmissionEntity> Submissions => Set<SubmissionEntity>();
    public DbSet<SubmissionValueEntity> SubmissionValues => Set<SubmissionValueEntity>();
    public DbSet<SubmissionNoteEntity> SubmissionNotes => Set<SubmissionNoteEntity>();
    public DbSet<DraftCellEntity> DraftCells => Set<DraftCellEntity>();
    public DbSet<UnitPracticeEntity> UnitPractices => Set<UnitPracticeEntity>();
    public DbSet<DeputyEntity> Deputies => Set<DeputyEntity>();
    public DbSet<CorrectionEntity> Corrections => Set<CorrectionEntity>();
    public DbSet<IntakeSourceEntity> IntakeSources => Set<IntakeSourceEntity>();
    public DbSet<IntakeMappingEntity> IntakeMappings => Set<IntakeMappingEntity>();
    public DbSet<CaseEntity> Cases => Set<CaseEntity>();
    public DbSet<CasePastEntity> CasePast => Set<CasePastEntity>();
    public DbSet<CaseItemEntity> CaseItems => Set<CaseItemEntity>();
    public DbSet<HeldCaseEntity> HeldCases => Set<HeldCaseEntity>();
    public DbSet<CaseTermEntity> CaseTerms => Set<CaseTermEntity>();
    public DbSet<CaseNoteEntity> CaseNotes => Set<CaseNoteEntity>();
    public DbSet<CardThresholdsEntity> CardThresholds => Set<CardThresholdsEntity>();
    public DbSet<RunEntity> Runs => Set<RunEntity>();
    public DbSet<RunRejectEntity> RunRejects => Set<RunRejectEntity>();
    public DbSet<ElementOriginEntity> ElementOrigins => Set<ElementOriginEntity>();
    public DbSet<VerificationEntity> Verifications => Set<VerificationEntity>();
    public DbSet<MessageEntity> Messages => Set<MessageEntity>();
    public DbSet<ReminderEntity> Reminders => Set<ReminderEntity>();
    public DbSet<CallEntity> Calls => Set<CallEntity>();
    public DbSet<DeliveryEntity> Deliveries => Set<DeliveryEntity>();
    public DbSet<ContactEntity> Contacts => Set<ContactEntity>();
    public DbSet<AcceptanceEntity> AcceptanceSettings => Set<AcceptanceEntity>();
    public DbSet<ObservationEntity> Observations => Set<ObservationEntity>();
    public DbSet<EditionEntity> Editions => Set<EditionEntity>();
    public DbSet<SnapshotEntity> Snapshots => Set<SnapshotEntity>();
    public DbSet<ReportEntity> Reports => Set<ReportEntity>();
    public DbSet<ReportEditionEntity> ReportEditions => Set<ReportEditionEntity>();
    public DbSet<ReportFileEntity> ReportFiles => Set<ReportFileEntity>();
    public DbSet<ApiTokenEntity> ApiTokens => Set<ApiTokenEntity>();
    public DbSet<JobSlotEntity> JobSlots => Set<JobSlotEntity>();
    public DbSet<SessionTicketEntity> SessionTickets => Set<SessionTicketEntity>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>().HavePrecision(3);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        Named<UnitKind>();
        Named<SuppliedBy>();
        Named<Nature>();
        Named<RollUp>();
        Named<WhenMissing>();
        Named<TextStyle>();
        Named<Direction>();
        Named<PeriodKind>();
        Named<Bound>();
        Named<WeekState>();
        Named<DayKind>();
        Named<UploadChannel>();
        Named<Role>();
        Named<IntakeStatus>();
        Named<SubmissionBasis>();
        Named<SubmissionState>();
        Named<NoteKind>();
        Named<ReminderStage>();
        Named<DeliveryChannel>();
        Named<DeliveryState>();
        Named<CorrectionState>();
        Named<VerificationKind>();
        Named<Card>();
        Named<CardCause>();
        Named<CaseStatus>();
        Named<CaseTermKind>();
        Named<CaseNoteKind>();
        Named<RunState>();
        Named<RunTrigger>();
        Named<Origin>();
        Named<EditionKind>();
        Named<Unranked>();
        Named<Light>();
        Named<ReportState>();

        // Every index is declared where its queries are known; EF Core's own on each foreign key would double what the primary keys cover.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

        void Named<T>()
            where T : struct, Enum => configurationBuilder.Properties<T>().HaveConversion<string>().HaveMaxLength(Lengths.EnumName).AreUnicode(false);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MetricsDb).Assembly);
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
        {
            // Nothing is deleted behind anybody's back, and SQL Server refuses several cascade paths.
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }
}
