using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Tests.Schema;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Recording;

/// <summary>All SQL that any store method sends to SQL Server, without a server: recorded, and parsed as SQL Server 2017 would.</summary>
public sealed class RecordedSqlTests
{
    /// <summary>Rows that lead a method past its guards, and what it then has to write. A method without an entry only reads.</summary>
    private static readonly Dictionary<string, (Action<PlausibleRows> Rows, string[] Writes)[]> Paths = new(StringComparer.Ordinal)
    {
        ["InstallationStore.CreateAsync"] = [(_ => { }, ["INSERT INTO [Installation]"])],
        ["CatalogueStore.SeedAsync"] = [(_ => { }, ["INSERT INTO [CatalogueVersions]", "INSERT INTO [Units]", "INSERT INTO [Forms]", "INSERT INTO [DataElements]", "INSERT INTO [Indicators]", "INSERT INTO [Targets]", "INSERT INTO [PublishedFigures]"])],
        ["WeekStore.OpenAsync"] =
        [
            (rows => rows.Empty("Duties"), ["[Weeks]", "-- bulk copy: Duties, 1", "UPDATE [Editions]", "MERGE [Snapshots]", "-- bulk copy: #Snapshots, 1"]),
            (rows => rows.Empty("Weeks").Empty("Editions").Empty("Duties"), ["INSERT INTO [Weeks]", "-- bulk copy: Duties, 1"]),
        ],
        ["WeekStore.RetimeAsync"] =
        [
            (_ => { }, ["UPDATE [d]", "UPDATE [Weeks]"]),
            (rows => rows.Set("Weeks", new Row { ["Week"] = PlausibleRows.Week, ["LastWeek"] = PlausibleRows.Week + 1, ["State"] = "Open" }), ["UPDATE [d]", "UPDATE [Weeks]"]),
        ],
        ["DutyStore.ExtendAsync"] =
        [
            (rows => rows.Exists = true, ["UPDATE [w]", "UPDATE [Extensions]"]),
            (rows => rows.Empty("Extensions").Exists = true, ["INSERT INTO [Extensions]"]),
        ],
        ["CalendarStore.SeedAsync"] = [(_ => { }, ["INSERT INTO [CalendarDays]"])],
        ["CalendarStore.SetAsync"] =
        [
            (rows => rows.Set("CalendarDays", new Row { ["Date"] = new DateOnly(2020, 10, 1) }), ["UPDATE [CalendarDays]"]),
            (rows => rows.Empty("CalendarDays"), ["INSERT INTO [CalendarDays]"]),
        ],
        ["CalendarStore.RemoveAsync"] = [(_ => { }, ["DELETE FROM [c]"])],
        ["WeekStore.CloseAsync"] = [(rows => rows.Empty("Observations").Set("Snapshots", new Row { ["EditionId"] = (PlausibleRows.Week - 1) * 1000 }), ["UPDATE [w]", "UPDATE [Weeks]", "-- bulk copy: Observations, 1", "INSERT INTO [Editions]", "-- bulk copy: Snapshots, 1"])],
        ["UploadStore.AddAsync"] = [(_ => { }, ["INSERT INTO [Uploads]", "INSERT INTO [UploadFiles]"])],
        ["UploadStore.ClaimAsync"] = [(_ => { }, ["UPDATE [u]"]), (rows => rows.Set("Uploads", FromASource), ["UPDATE [u]"])],
        ["UploadStore.SentAsync"] = [(_ => { }, []), (rows => rows.Set("Uploads", FromASource), [])],
        ["IntakeMappingStore.SaveAsync"] = [(_ => { }, ["UPDATE [i]", "INSERT INTO [IntakeMappings]"]), (rows => rows.Empty("IntakeSources").Empty("IntakeMappings"), ["INSERT INTO [IntakeSources]", "INSERT INTO [IntakeMappings]"])],
        ["IntakeMappingStore.ConfirmAsync"] = [(rows => { rows.Set("Uploads", FromASource); rows.Exists = true; }, ["UPDATE [i]", "INSERT INTO [IntakeMappings]", "UPDATE [Uploads]"])],
        ["IntakeMappingStore.RenameAsync"] = [(_ => { }, ["UPDATE [IntakeSources]"])],
        ["IntakeMappingStore.RetireAsync"] = [(_ => { }, ["UPDATE [i]"])],
        ["SourceStore.AddAsync"] = [(_ => { }, ["INSERT INTO [IntakeSources]"])],
        ["SourceStore.ChangeAsync"] = [(rows => rows.Set("IntakeSources", new Row { ["ChangedVersion"] = 12 }), ["UPDATE [IntakeSources]"])],
        ["SourceStore.LookedAsync"] = [(_ => { }, ["UPDATE [IntakeSources]"])],
        ["SourceStore.PushedAsync"] = [(rows => rows.Empty("IntakeSources"), ["INSERT INTO [IntakeSources]"])],
        ["SourceStore.TellMissingAsync"] = [(_ => { }, ["INSERT INTO [Messages]"])],
        ["RunStore.StartAsync"] = [(rows => rows.Exists = false, ["UPDATE [i]", "UPDATE [r]", "INSERT INTO [Runs]"])],
        ["RunStore.FinishAsync"] = [(_ => { }, ["UPDATE [Runs]", "UPDATE [IntakeSources]"])],
        ["RunStore.CancelAsync"] = [(_ => { }, ["UPDATE [r]"])],
        ["RunStore.ReleaseAsync"] = [(_ => { }, ["UPDATE [i]", "UPDATE [r]"])],
        ["RunStore.GiveUpDeadAsync"] = [(_ => { }, ["UPDATE [i]", "UPDATE [r]"])],
        ["HeldTermStore.SayAsync"] = [(rows => rows.Set("Units", new Row { ["Code"] = "city", ["Kind"] = "City" }, new Row { ["Code"] = "east", ["Kind"] = "County", ["Parent"] = "city" }), ["INSERT INTO [CaseTerms]"])],
        ["CaseIntakeStore.StoreAsync"] =
        [
            (_ => { }, ["INSERT INTO [CaseItems]", "-- bulk copy: #NewCases, 1", "INSERT INTO [Cases]", "MERGE [Cases]", "MERGE [CasePast]", "MERGE [HeldCases]", "-- bulk copy: RunRejects, 1", "UPDATE [Runs]"]),
        ],
        ["CaseIntakeStore.ReleaseAsync"] = [(_ => { }, ["DELETE FROM [h]", "MERGE [Cases]", "UPDATE [Runs]"])],
        ["CaseIntakeStore.CountAsync"] = [(_ => { }, ["UPDATE [w]"])],
        ["ElementOriginStore.SetAsync"] =
        [
            (rows => rows.Set("DataElements", ElementRow("e", "f", null), ElementRow(Domain.Catalogue.NamedCodes.RedCards, "f", null)).Empty("ElementOrigins"), ["UPDATE [w]", "INSERT INTO [ElementOrigins]", "UPDATE [Editions]", "MERGE [Snapshots]"]),
        ],
        ["ElementOriginStore.CompareAsync"] = [(OfBothOrigins, [])],
        ["ElementOriginStore.OfUnitAsync"] = [(OfBothOrigins, [])],
        ["PersonStore.ChooseHomeAsync"] = [(_ => { }, ["UPDATE [u]"])],
        ["SnapshotStore.ExplainAsync"] = [(_ => { }, []), (rows => rows.Set("Observations", new Row { ["Origin"] = "Cases", ["RunId"] = PlausibleRows.AnyId }), [])],
        ["VerificationStore.SayAsync"] = [(OfACounty, ["INSERT INTO [Verifications]"])],
        ["VerificationStore.AnswerAsync"] = [(rows => { OfACounty(rows); rows.Set("Verifications", new Row { ["Kind"] = "Objected", ["Value"] = 7L, ["Element"] = "e", ["Unit"] = "u" }); }, ["INSERT INTO [Verifications]", "INSERT INTO [Messages]"])],
        ["VerificationStore.OfWeekAsync"] = [(OfACounty, [])],
        ["VerificationStore.ObjectionsAsync"] = [(OfACounty, [])],
        ["UploadStore.ReleaseAsync"] = [(_ => { }, ["UPDATE [u]"])],
        ["UploadStore.RefuseAsync"] = [(_ => { }, ["UPDATE [Uploads]"])],
        ["UploadStore.HoldAsync"] = [(_ => { }, ["UPDATE [Uploads]"])],
        ["UploadStore.SendAsync"] = [(rows => rows.Set("Uploads", Held), ["UPDATE [Uploads]"])],
        ["UploadStore.DiscardAsync"] = [(rows => rows.Set("Uploads", Held), ["UPDATE [Uploads]"])],
        ["UploadStore.FailAsync"] = [(_ => { }, ["UPDATE [Uploads]"])],
        ["SubmissionStore.StoreAsync"] =
        [
            (rows => rows.Set("DraftCells", new Row { ["Unit"] = "u", ["Form"] = "f", ["ChangedBy"] = "sender" }), ["UPDATE [w]", "-- bulk copy: Submissions, 1", "-- bulk copy: SubmissionValues, 1", "UPDATE [s]", "UPDATE [d]", "DELETE FROM [DraftCells]", "UPDATE [Uploads]"]),
            (rows => rows.Empty("Submissions"), ["-- bulk copy: Submissions, 1"]),
            (rows => rows.Set("Submissions", new Row { ["State"] = "Accepted" }), ["UPDATE [Uploads]"]),
        ],
        ["SubmissionStore.CheckDataAsync"] =
        [
            (_ => { }, []),
            (rows => rows.Set("Forms", FormRow("f"), FormRow("g")).Set("DataElements", ElementRow("e", "f", null), ElementRow("part", "g", "e")), []),
        ],
        ["SubmissionStore.FindAsync"] = [(_ => { }, []), (WithText, [])],
        ["SubmissionStore.TextsAsync"] = [(WithText, [])],
        ["SubmissionStore.LastTextsAsync"] = [(WithText, [])],
        ["SubmissionStore.AcceptAsync"] = [(_ => { }, ["UPDATE [w]", "UPDATE [Submissions]", "-- bulk copy: Observations, 1", "MERGE [Snapshots]", "UPDATE [Editions]"])],
        ["SnapshotStore.RecomputeAsync"] =
        [
            (rows => rows.Set("Snapshots", new Row { ["EditionId"] = PlausibleRows.Week * 1000, ["Unit"] = "gone" }), ["DELETE FROM [s]", "SELECT TOP (0)", "-- bulk copy: #Snapshots, 1", "MERGE [Snapshots]", "DROP TABLE [#Snapshots]"]),
        ],
        ["ReminderStore.RemindAsync"] =
        [
            (rows => rows.Empty("Reminders").Empty("Submissions").Set("Weeks", new Row { ["LastWeek"] = PlausibleRows.Week, ["State"] = "Open", ["LockAt"] = new DateTime(2020, 8, 1), ["CountyReviewAt"] = new DateTime(2020, 7, 31) })
                .Set("Users", new Row { ["UserName"] = "east", ["Role"] = "CityReporter" }).Set("Contacts", new Row { ["Email"] = "a@example.cn", ["RemindFrom"] = "BeforeDue" }), ["UPDATE [w]", "INSERT INTO [Reminders]", "INSERT INTO [Messages]", "INSERT INTO [Deliveries]"]),
        ],
        ["DeliveryStore.ClaimAsync"] = [(_ => { }, ["UPDATE [d]"])],
        ["DeliveryStore.SentAsync"] = [(_ => { }, ["UPDATE [d]"])],
        ["DeliveryStore.FailAsync"] = [(_ => { }, ["UPDATE [d]"])],
        ["DeliveryStore.RetryAsync"] = [(_ => { }, ["UPDATE [d]"])],
        ["ContactStore.AddAsync"] = [(_ => { }, ["INSERT INTO [Contacts]"])],
        ["ContactStore.ChangeAsync"] = [(_ => { }, ["UPDATE [Contacts]"])],
        ["ContactStore.RemoveAsync"] = [(_ => { }, ["DELETE FROM [Contacts]"])],
        ["AcceptanceStore.SetAsync"] = [(_ => { }, ["INSERT INTO [AcceptanceSettings]"])],
        ["AcceptanceStore.AcceptCleanAsync"] =
        [
            (rows => rows.Set("Submissions", new Row { ["State"] = "Submitted", ["SentBy"] = "sender", ["ReviewedBy"] = "reviewer" }).Set("Observations", new Row { ["Origin"] = "Form", ["SubmissionId"] = PlausibleRows.AnyId, ["Value"] = 3L })
                .Set("Uploads", new Row { ["State"] = "Stored", ["SenderRole"] = "Source", ["Outcome"] = """{"status":"Stored","submissions":[],"issues":[]}""" }), ["UPDATE [w]", "UPDATE [Submissions]", "-- bulk copy: Observations, 1"]),
        ],
        ["ReminderStore.CallAsync"] = [(rows => rows.Exists = true, ["INSERT INTO [Calls]"])],
        ["MessageStore.ReadAsync"] = [(_ => { }, ["UPDATE [m]"])],
        ["DraftStore.SaveAsync"] =
        [
            (_ => { }, ["UPDATE [d]", "UPDATE [DraftCells]"]),
            (rows => rows.Empty("DraftCells"), ["UPDATE [d]", "INSERT INTO [DraftCells]"]),
        ],
        ["DraftStore.DiscardAsync"] = [(_ => { }, ["UPDATE [d]", "DELETE FROM [d]"])],
        ["ReviewStore.ForwardAsync"] = [(rows => rows.Set("Submissions", new Row { ["State"] = "CountyReview", ["Unit"] = "u", ["SentBy"] = "sender" }).Exists = true, ["UPDATE [w]", "UPDATE [Submissions]"])],
        ["ReviewStore.ReturnAsync"] = [(_ => { }, ["UPDATE [w]", "UPDATE [Submissions]", "INSERT INTO [SubmissionNotes]"])],
        ["ReviewStore.WithdrawAsync"] = [(_ => { }, ["UPDATE [w]", "UPDATE [Submissions]", "UPDATE [Duties]"])],
        ["ReviewStore.RemarkAsync"] = [(_ => { }, ["INSERT INTO [SubmissionNotes]"])],
        ["PracticeStore.SetReviewAsync"] = [(_ => { }, ["UPDATE [UnitPractices]"]), (rows => rows.Empty("UnitPractices"), ["INSERT INTO [UnitPractices]"])],
        ["PracticeStore.NameDeputyAsync"] = [(rows => rows.Exists = true, ["UPDATE [Deputies]"]), (rows => rows.Empty("Deputies").Exists = true, ["INSERT INTO [Deputies]"])],
        ["CorrectionStore.RequestAsync"] = [(_ => { }, ["UPDATE [w]", "INSERT INTO [Corrections]"])],
        ["CorrectionStore.DecideAsync"] = [(_ => { }, ["UPDATE [w]", "UPDATE [Corrections]", "-- bulk copy: Observations, 1"])],
        ["PublishedFigureStore.AddAsync"] = [(rows => rows.Empty("PublishedFigures"), ["UPDATE [w]", "INSERT INTO [PublishedFigures]"])],
        ["PublishedFigureStore.CorrectAsync"] = [(rows => rows.Set("PublishedFigures", Told(12)), ["UPDATE [w]", "INSERT INTO [PublishedFigures]"])],
        ["PublishedFigureStore.WithdrawAsync"] = [(rows => rows.Set("PublishedFigures", Told(12)), ["UPDATE [w]", "INSERT INTO [PublishedFigures]"])],
        ["PublishedFigureStore.ImportAsync"] = [(rows => rows.Set("PublishedFigures", Told(12)), ["UPDATE [w]", "INSERT INTO [PublishedFigures]"])],
        ["ProvinceTableStore.EnterAsync"] =
        [
            (rows => rows.Set("Units", OurCity).Empty("PublishedFigures").Empty("ProvinceTables"), ["UPDATE [w]", "INSERT INTO [ProvinceTables]", "INSERT INTO [ProvincePlaces]", "INSERT INTO [PublishedFigures]"]),
        ],
        ["ProvinceTableStore.WithdrawAsync"] = [(rows => rows.Set("ProvinceTables", new Row { ["No"] = 12 }), ["UPDATE [w]", "INSERT INTO [ProvinceTables]"])],
        ["ReportStore.ListAsync"] = [(rows => rows.Set("Weeks", new Row { ["LastWeek"] = PlausibleRows.Week }), [])],
        ["ReportStore.DraftAsync"] =
        [
            (rows => rows.Exists = true, ["UPDATE [Reports]"]),
            (rows => rows.Set("Editions", Frozen).Empty("Reports").Empty("ReportEditions").Exists = true, ["INSERT INTO [Reports]", "INSERT INTO [ReportEditions]"]),
        ],
        ["ReportStore.PublishAsync"] = [(rows => rows.Empty("PublishedFigures").Set("Editions", Frozen).Set("ReportEditions", Bound), ["UPDATE [Reports]", "INSERT INTO [ReportFiles]"])],
        ["TokenStore.AddAsync"] = [(_ => { }, ["INSERT INTO [ApiTokens]"])],
        ["TokenStore.RevokeAsync"] = [(_ => { }, ["UPDATE [a]"])],
        ["JobSlotStore.TryTakeAsync"] = [(_ => { }, ["INSERT INTO [JobSlots]"])],
        ["SessionTicketStore.StoreAsync"] = [(_ => { }, ["DELETE FROM [s]", "INSERT INTO [SessionTickets]"])],
        ["SessionTicketStore.RemoveAsync"] = [(_ => { }, ["DELETE FROM [s]"])],
        ["CaseNoteStore.CheckAsync"] = [(RedCase, ["UPDATE [w]", "UPDATE [c]", "INSERT INTO [CaseNotes]"])],
        ["CaseNoteStore.CorrectCauseAsync"] = [(RedCase, ["UPDATE [w]", "UPDATE [c]", "INSERT INTO [CaseNotes]"])],
        ["CaseNoteStore.StateAsync"] = [(RedCase, ["UPDATE [w]", "UPDATE [c]", "INSERT INTO [CaseNotes]"])],
        ["CaseNoteStore.ObjectAsync"] = [(RedCase, ["UPDATE [w]", "UPDATE [c]", "INSERT INTO [CaseNotes]", "INSERT INTO [Messages]"])],
        ["CaseNoteStore.AnswerAsync"] = [(rows => { RedCase(rows); rows.Set("CaseNotes", new Row { ["Kind"] = "Objection", ["CaseNo"] = "u", ["WrittenBy"] = "east" }); }, ["UPDATE [w]", "UPDATE [c]", "INSERT INTO [CaseNotes]", "INSERT INTO [Messages]"])],
        ["CaseNoteStore.WaitingAsync"] = [(rows => { RedCase(rows); OfACounty(rows); }, [])],
        ["CaseHistoryStore.FindAsync"] = [(rows => { RedCase(rows); OfACounty(rows); }, [])],
        ["TodayStore.FindAsync"] = [(rows => { RedCase(rows); OfACounty(rows); }, [])],
        ["TodayStore.DifferencesAsync"] = [(rows => { RedCase(rows); OfACounty(rows); }, [])],
        ["CardThresholdsStore.ChangeAsync"] = [(rows => rows.Set("CardThresholds", new Row { ["No"] = 12 }), ["INSERT INTO [CardThresholds]"])],
        ["CardThresholdsStore.SettleAsync"] = [(_ => { }, ["DELETE FROM [j]"])],
        ["CardThresholdsStore.DeriveAsync"] = [(RedCase, ["MERGE [Cases]", "MERGE [CasePast]"])],
        ["EventStore.AddAsync"] = [(_ => { }, ["INSERT INTO [Events]"])],
        ["EventStore.WithdrawAsync"] = [(_ => { }, ["UPDATE [e]"])],
    };

    private static Row Told(int no) => new() { ["No"] = no, ["Indicator"] = "i", ["Unit"] = "u", ["PeriodKind"] = "Week", ["Period"] = "2020-W29", ["Value"] = 7m, ["Bound"] = "Exact", ["Document"] = "通报", ["Replaces"] = null, ["IsWithdrawn"] = false };

    private static Row OurCity => new() { ["Code"] = "u", ["Name"] = "u", ["Kind"] = "City" };

    private static void OfBothOrigins(PlausibleRows rows) => rows.Set("Observations", new Row { ["Origin"] = "Form" }, new Row { ["Origin"] = "Cases", ["RunId"] = PlausibleRows.AnyId });

    private static Row FromASource => new() { ["State"] = "Unmapped", ["SentBy"] = "sender", ["SenderRole"] = "Source", ["SourceId"] = PlausibleRows.AnyId, ["MappingId"] = PlausibleRows.AnyId, ["Form"] = "f" };

    private static void OfACounty(PlausibleRows rows) => rows.Set("Units", new Row { ["Code"] = "city", ["Kind"] = "City" }, new Row { ["Code"] = "u", ["Kind"] = "County", ["Parent"] = "city" });

    // Known under the number that every list of texts holds.
    private static void RedCase(PlausibleRows rows) => rows.Set("Cases", new Row { ["CaseNo"] = "u", ["Unit"] = "u", ["Status"] = "Open", ["AcceptedAt"] = new DateTime(2020, 7, 1), ["PromisedDue"] = new DateTime(2020, 7, 10), ["RedAfter"] = new DateTime(2020, 7, 20) })
        .Set("CasePast", new Row { ["CaseNo"] = "u", ["Unit"] = "u", ["PromisedDue"] = new DateTime(2020, 7, 10) }).Set("CaseNotes", new Row { ["CaseNo"] = "u", ["Kind"] = "Statement" }).Set("Users", new Row { ["UserName"] = "east", ["Role"] = "CityReviewer", ["Unit"] = "u" });

    private static Row Frozen => new() { ["Id"] = PlausibleRows.Week * 1000 + 1, ["No"] = 1, ["Kind"] = "Closed" };

    private static Row FormRow(string code) => new() { ["Code"] = code, ["AskedOf"] = "City", ["SuppliedBy"] = "Unit" };

    private static Row ElementRow(string code, string form, string? maximum) => new() { ["Code"] = code, ["Form"] = form, ["ObservedAt"] = "City", ["MaxElement"] = maximum };

    private static void WithText(PlausibleRows rows) => rows.Set("DataElements", new Row { ["Code"] = "e", ["Form"] = "f", ["ObservedAt"] = "City", ["Nature"] = "Text" });
    private static Row Held => new() { ["State"] = "Checked", ["SenderRole"] = "Source", ["Outcome"] = """{"status":"Checked","submissions":[],"issues":[]}""" };

    private static Row Bound => new() { ["EditionId"] = PlausibleRows.Week * 1000 + 1 };

    public static TheoryData<string> Methods => [.. StoreMethods.All.Select(StoreMethods.Name)];

    [Fact]
    public void Methods_OfAllStores_TakeTheActorFirstAndTheTokenLast() => Assert.All(StoreMethods.All, method =>
    {
        var parameters = method.GetParameters();
        Assert.Equal((StoreMethods.Name(method), typeof(Actor), typeof(CancellationToken)), (StoreMethods.Name(method), parameters[0].ParameterType, parameters[^1].ParameterType));
    });

    [Fact]
    public void Names_OfAllMethods_AreUniqueAndKnown()
    {
        Assert.Equal(StoreMethods.All.Count, StoreMethods.All.Select(StoreMethods.Name).Distinct().Count());
        Assert.Empty(Paths.Keys.Except(StoreMethods.All.Select(StoreMethods.Name)));
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task Sql_OfEveryStoreMethod_IsTSql140AndWritesWhatItShould(string name)
    {
        var method = StoreMethods.All.Single(method => StoreMethods.Name(method) == name);
        foreach (var (prepare, writes) in Paths.GetValueOrDefault(name, [(_ => { }, [])]))
        {
            var rows = new PlausibleRows();
            prepare(rows);
            var statements = await StoreMethods.RecordAsync(method, rows);
            var sql = statements.Where(statement => !statement.StartsWith("--", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(sql);
            Assert.All(sql, statement =>
            {
                SqlServerScript.Parse(statement, out var errors);
                Assert.Empty(errors.Select(error => $"{error.Message}: {statement}"));

                // A list sent as JSON has the database's collation; against a code's binary one a server refuses it.
                Assert.DoesNotMatch(@"OPENJSON\([^)]*\) WITH \(\[value\] n?(var)?char", statement);
            });
            Assert.All(writes, write => Assert.Contains(statements, statement => statement.Contains(write, StringComparison.Ordinal)));
            if (writes.Length > 0) Assert.Contains("-- transaction: Snapshot", statements);
            else Assert.DoesNotContain(sql, IsWrite);
        }
    }

    /// <summary>Whatever concerns a week begins with the lock on its row.</summary>
    [Theory]
    [InlineData("WeekStore.OpenAsync")]
    [InlineData("WeekStore.CloseAsync")]
    [InlineData("SubmissionStore.StoreAsync")]
    [InlineData("SubmissionStore.AcceptAsync")]
    [InlineData("SnapshotStore.RecomputeAsync")]
    [InlineData("ReportStore.PublishAsync")]
    public async Task Sql_OfAWriteForAWeek_BeginsWithItsRowLock(string name)
    {
        var method = StoreMethods.All.Single(method => StoreMethods.Name(method) == name);
        var rows = new PlausibleRows();
        Paths[name][0].Rows(rows);
        var statements = await StoreMethods.RecordAsync(method, rows);
        var first = statements[statements.ToList().IndexOf("-- transaction: Snapshot") + 1];
        Assert.Matches(@"UPDATE \[w\]\s+SET \[w\]\.\[Version\]", first);
    }

    private static bool IsWrite(string sql) => SqlServerScript.All<Microsoft.SqlServer.TransactSql.ScriptDom.DataModificationStatement>(SqlServerScript.Parse(sql, out _)).Any();
}
