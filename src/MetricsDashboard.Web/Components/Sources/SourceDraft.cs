using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>One of our columns, and what the source calls it; blank where it uses our name.</summary>
public sealed class ColumnName(string own, string meaning)
{
    public string Own => own;

    public string Meaning => meaning;

    public string Theirs { get; set; } = "";
}

/// <summary>A setting while it is typed.</summary>
public sealed class FieldDraft(SourceField asked)
{
    public SourceField Field => asked;

    public string Text { get; set; } = "";

    /// <summary>The same of a yes/no.</summary>
    public bool IsSet
    {
        get => string.Equals(Text, "true", StringComparison.OrdinalIgnoreCase);
        set => Text = value ? "true" : "false";
    }
}

/// <summary>A source while it is set up.</summary>
public sealed class SourceDraft
{
    private readonly bool hasSecret;
    private readonly string? secretOwner;

    /// <param name="kind">Whose settings are asked.</param>
    /// <param name="source">What is changed; null for a new one.</param>
    public SourceDraft(SourceKind kind, SourceRow? source = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind;
        (Name, Enabled, Schedule) = (source?.Name ?? "", source?.Enabled ?? true, source?.Schedule ?? "");
        hasSecret = source?.HasSecret ?? false;
        var settings = source?.Settings is { Length: > 0 } json ? SourceSettings.FromJson(json) : new SourceSettings();
        secretOwner = kind.SecretOwner(settings);
        Fields = [.. kind.Fields.Select(field => new FieldDraft(field) { Text = field.Kind is SourceFieldKind.Secret ? "" : settings[field] })];
        Columns = [.. CaseRow.Columns.Zip(CaseRow.ColumnNames, (own, meaning) => new ColumnName(own, meaning) { Theirs = settings.Fields.FirstOrDefault(known => known.Value == own).Key ?? "" })];
    }

    public SourceKind Kind { get; }

    public string Name { get; set; }

    public bool Enabled { get; set; }

    public string Schedule { get; set; }

    public IReadOnlyList<FieldDraft> Fields { get; }

    public IReadOnlyList<ColumnName> Columns { get; }

    /// <summary>Is a password or token kept that may go where these settings lead? What was given for one server is sent to no other.</summary>
    public bool HasSecret => hasSecret && Kind.SecretOwner(Settings) == secretOwner;

    /// <summary>The password or token that was typed; null where it stays as it is.</summary>
    public string? Secret => Fields.FirstOrDefault(draft => draft.Field.Kind is SourceFieldKind.Secret && draft.Text.Length > 0)?.Text;

    /// <summary>What the schedule means: 每天02:00、08:30; or how it is written.</summary>
    public string ScheduleText => Schedule.Trim().Length == 0 ? "不定时：只在有人点“立即采集”时采集。"
        : SourceSchedule.TryParse(Schedule, out var schedule) ? schedule.Name + "采集。"
        : "写每天的钟点，如 02:00 08:30；或每隔几分钟，如 */5。";

    /// <summary>Sentences about what is wrong; none where it can be kept.</summary>
    public IReadOnlyList<string> Check()
    {
        var faults = new List<string>();
        if (Name.Trim().Length == 0) faults.Add("请填写名称。");
        if (Kind.IsFetched && Schedule.Trim().Length > 0 && !SourceSchedule.TryParse(Schedule, out _))
            faults.Add($"采集时间{Quotation.Of(Schedule)}不对：写每天的钟点，如 02:00 08:30；或每隔几分钟，如 */5。");
        return [.. faults, .. CheckSettings(isComplete: faults.Count == 0)];
    }

    /// <summary>The same of that by which it is asked alone: a source can be tried before it has a name.</summary>
    public IReadOnlyList<string> CheckSettings() => CheckSettings(isComplete: true);

    private List<string> CheckSettings(bool isComplete)
    {
        var faults = new List<string>();
        foreach (var twice in Named.GroupBy(column => column.Theirs.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            faults.Add($"对方的列{Quotation.Of(twice.Key)}写给了{string.Join("和", twice.Select(column => column.Meaning))}，一列只能对应一项。");
        if (isComplete && faults.Count == 0) faults.AddRange(Kind.Check(Settings, HasSecret || Secret is not null));
        return faults;
    }

    /// <param name="protect">Encrypts the password or token.</param>
    public SourceSettingsEntry ToEntry(Func<string, string> protect)
    {
        ArgumentNullException.ThrowIfNull(protect);
        return new SourceSettingsEntry(Name.Trim(), Kind.Code, Enabled, Kind.IsFetched && Schedule.Trim().Length > 0 ? Schedule : null, Settings.ToJson(), Secret is { } secret ? protect(secret) : hasSecret && !HasSecret ? "" : null);
    }

    private IEnumerable<ColumnName> Named => Columns.Where(column => column.Theirs.Trim().Length > 0);

    public SourceSettings Settings => new()
    {
        Values = Fields.Where(draft => draft.Field.Kind is not SourceFieldKind.Secret && draft.Text.Trim() is { Length: > 0 } text && text != draft.Field.Default)
            .ToDictionary(draft => draft.Field.Name, draft => draft.Text.Trim(), StringComparer.Ordinal),
        Fields = Named.DistinctBy(column => column.Theirs.Trim(), StringComparer.Ordinal).ToDictionary(column => column.Theirs.Trim(), column => column.Own, StringComparer.Ordinal),
    };
}
