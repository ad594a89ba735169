using System.Reflection;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Storage.Tests.Recording;

/// <summary>Every public method of every store, found by reflection and run with plausible arguments.</summary>
internal static class StoreMethods
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(WeekStore).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(WeekStore).Namespace && type.Name.EndsWith("Store", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)),
    ];

    public static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Runs a method on the SQL Server provider without a server and gives every statement, bulk copies included.</summary>
    public static async Task<IReadOnlyList<string>> RecordAsync(MethodInfo method, PlausibleRows rows)
    {
        var server = new NoServer(rows);
        var options = new StorageOptions(StorageProvider.SqlServer, "Server=nowhere;Database=Metrics");
        BulkCopy copy = (_, data, _) =>
        {
            server.Statements.Add($"-- bulk copy: {data.TableName}, {data.Rows.Count}");
            return Task.CompletedTask;
        };
        await using var services = new ServiceCollection().AddMetricsStorage(options, builder => builder.AddInterceptors(server), copy).BuildServiceProvider();
        var store = services.GetRequiredService(method.DeclaringType!);
        var arguments = method.GetParameters().Select(Argument);
        switch (method.Invoke(store, [.. arguments]))
        {
            case Task task:
                await task;
                break;
            case IAsyncEnumerable<object> stream:
                await foreach (var _ in stream) server.Statements.Add("-- row");
                break;
            case var other:
                throw new NotSupportedException($"{Name(method)} returns {other?.GetType().Name}: teach {nameof(StoreMethods)} to wait for it.");
        }

        return server.Statements;
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Actor) => Actor.System,
        var type when type == typeof(CancellationToken) => CancellationToken.None,
        var type when type == typeof(DateTimeOffset) && parameter.Name == "until" => new DateTimeOffset(2020, 7, 29, 8, 0, 0, TimeSpan.Zero),
        var type when type == typeof(DateTimeOffset) => new DateTimeOffset(2020, 7, 27, 8, 0, 0, TimeSpan.Zero),
        var type when type == typeof(TimeSpan) => TimeSpan.FromMinutes(5),
        var type when type == typeof(DateOnly) => new DateOnly(2020, 7, 28),
        var type when type == typeof(ReportingWeek) || type == typeof(ReportingWeek?) => ReportingWeek.FromKey(PlausibleRows.Week),
        var type when type == typeof(Guid) => PlausibleRows.AnyId,
        var type when type == typeof(bool) => parameter.Name is "overridePending" or "approve" or "confirm" or "adopt" or "uphold",
        var type when type == typeof(int) => 12,
        var type when type == typeof(Role) => Role.Source,
        var type when type == typeof(string) => parameter.Name switch { "unit" => "u", "form" => "f", "element" => "e", "caseElement" => NamedCodes.RedCards, "indicator" => "i", "caseNo" => "u", "meaning" => "east", "token" => $"mdt_{new string('a', 10)}_{new string('b', 43)}", _ => "x" },
        var type when type == typeof(byte[]) => new byte[] { 1 },
        var type when type == typeof(IReadOnlyCollection<Guid>) => new[] { PlausibleRows.AnyId },
        var type when type == typeof(CardCause) => CardCause.Other,
        var type when type == typeof(DateOnly?) => null,
        var type when type == typeof(CardThresholds) => new CardThresholds(2, true, 5),
        var type when type == typeof(IReadOnlyCollection<string>) => new[] { "u" },
        var type when type == typeof(IReadOnlyCollection<ReportingWeek>) => new[] { ReportingWeek.FromKey(PlausibleRows.Week) },
        var type when type == typeof(IReadOnlyDictionary<string, byte[]>) => new Dictionary<string, byte[]> { ["docx"] = [1] },
        var type when type == typeof(Origin) => Origin.Cases,
        var type when type == typeof(long) => 7L,
        var type when type == typeof(CorrectionState?) => CorrectionState.Requested,
        var type when type == typeof(IReadOnlyCollection<CellReason>) => new[] { new CellReason("e", "u", "请核对") },
        var type when type == typeof(IReadOnlyCollection<DraftChange>) => new[] { new DraftChange("e", "u", "8", PlausibleRows.AnyId) },
        var type when type == typeof(ReportingPeriod) => new ReportingPeriod(ReportingWeek.FromKey(PlausibleRows.Week)),
        var type when type == typeof(PeriodHours) => Worlds.World.Hours(new ReportingPeriod(ReportingWeek.FromKey(PlausibleRows.Week))),
        var type when type == typeof(IReadOnlyCollection<DeliveryChannel>) => Enum.GetValues<DeliveryChannel>(),
        var type when type == typeof(ContactDetails) => new ContactDetails("张三", ContactDetails.Reporter, "0375-1234567", "", "", null),
        var type when type == typeof(WorkCalendar) => WorkCalendar.Plain,
        var type when type == typeof(Timetable) => new Timetable(WorkCalendar.Plain, TimetableHours.Standard),
        var type when type == typeof(IReadOnlyCollection<CalendarDay>) => new[] { new CalendarDay(new DateOnly(2020, 10, 1), DayKind.Holiday, "国庆节") },
        var type when type == typeof(ColumnMapping) => new ColumnMapping("x", "f", null, 1, [new MappedColumn("单位", 1, ColumnUse.Unit), new MappedColumn("数", 1, ColumnUse.Element, "e")], []),
        var type when type == typeof(IReadOnlyCollection<FigureKey>) => new[] { new FigureKey("e", "u") },
        var type when type == typeof(NewUpload) => new NewUpload("a.xlsx", [1], "f", "u", null, UploadChannel.Web),
        var type when type == typeof(IReadOnlyList<WarningExplanation>) => new[] { new WarningExplanation("CODE", "x", "x", "x", "x") },
        var type when type == typeof(IReadOnlyCollection<CountedValue>) => new[] { new CountedValue("e", "u", ReportingWeek.FromKey(PlausibleRows.Week), 8) },
        var type when type == typeof(Installation) => new Installation(ReportingWeek.FromKey(PlausibleRows.Week), true, default),
        var type when type == typeof(ObservationFilter) => new ObservationFilter(ReportingWeek.FromKey(PlausibleRows.Week), null, "e", "u", DateTimeOffset.UnixEpoch.AddYears(70)),
        var type when type == typeof(IntakeStatus) => IntakeStatus.Unmapped,
        var type when type == typeof(IntakeOutcome) => new IntakeOutcome(PlausibleRows.AnyId, [], IntakeStatus.Refused, IntakeCounts.Refused(1), []),
        var type when type == typeof(CheckedIntake) => Intake(),
        var type when type == typeof(PublishedFigure) => Published("2020-W29"),
        var type when type == typeof(IReadOnlyCollection<PublishedFigure>) => new[] { Published("2020-W28"), Published("2020-W29") },
        var type when type == typeof(ProvinceTable) => new ProvinceTable("i", new FigurePeriod(PeriodKind.Week, "2020-W29"), "通报", null, [new PlaceRow("u", 1m, 1), new PlaceRow("v", 2m, 2)]),
        var type when type == typeof(int?) || type == typeof(HeldKey) || type == typeof(Guid?) => null,
        var type when type == typeof(RunTrigger) => RunTrigger.Schedule,
        var type when type == typeof(RunEnd) => new RunEnd(RunState.Done, null, "cursor"),
        var type when type == typeof(CaseTermKind) => CaseTermKind.Unit,
        var type when type == typeof(RunFilter) => new RunFilter(PlausibleRows.AnyId, RunState.Done),
        var type when type == typeof(SourceSettingsEntry) => new SourceSettingsEntry("x", "http", true, "02:00", "{}", "secret"),
        var type when type == typeof(CaseIntake) => Cases(),
        var type when type == typeof(CaseFilter) => new CaseFilter(Card.Red, "u", UnitKind.City, "x", CardCause.System, false, CardAge.UpTo10, CardFlow.New, "x", true),
        var type when type == typeof(CaseOrder) => CaseOrder.Statutory,
        var type when type == typeof(UnderstoodRows) => Cases().Understand([Entry("x", "east"), Entry("y", "nowhere"), new CaseEntry(null, "第4行", "?", "读不懂")]),
        var type when type == typeof(Domain.Catalogue.Catalogue) => Worlds.TestCatalogues.Small,
        var type => throw new NotSupportedException($"{Name((MethodInfo)parameter.Member)}: teach {nameof(StoreMethods)} an argument of type {type.Name}."),
    };

    private static CaseIntake Cases() =>
        new(new CaseReading(new CaseVocabulary(Worlds.TestCatalogues.Small, []), new DateTimeOffset(2020, 7, 27, 8, 0, 0, TimeSpan.Zero)), CardThresholds.Standard, WorkCalendar.Plain, []);

    private static CaseEntry Entry(string number, string unit) =>
        new(new CaseRow("第2行", number, "2", unit, "item", "事项", "2020-07-20T09:00:00", "", "", "", "red", "", "open", ""), "第2行", "raw", null);

    private static PublishedFigure Published(string week) => new("i", "u", PeriodKind.Week, week, 1m, Bound.Exact, null, null, false, null, "通报");

    private static CheckedIntake Intake()
    {
        var unit = new Domain.Catalogue.Unit("u", "试验市", "全市", Domain.Catalogue.UnitKind.City, null, 0, null);
        var form = new Domain.Catalogue.Form("f", "表", [Domain.Catalogue.UnitKind.City], Domain.Catalogue.SuppliedBy.Unit, null, 0, null);
        return new CheckedIntake([new CheckedForm(unit, form, ReportingWeek.FromKey(PlausibleRows.Week), [new CheckedValue("e", "u", 8, "8", new Place("表", "C7"))])], [], 1);
    }
}
