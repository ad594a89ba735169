using System.Globalization;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Sources;

/// <summary>A kind of source 数据源: what it asks to be set, and how it is asked. One class and one folder for each.</summary>
public abstract class SourceKind
{
    /// <summary>By which it is kept.</summary>
    public abstract string Code { get; }

    /// <summary>On screen.</summary>
    public abstract string Name { get; }

    /// <summary>A sentence or two for whoever sets one up.</summary>
    public abstract string Description { get; }

    /// <summary>The settings that its form asks for, in their order.</summary>
    public abstract IReadOnlyList<SourceField> Fields { get; }

    /// <summary>Do we ask it, on a schedule? Else it comes to us.</summary>
    public virtual bool IsFetched => true;

    /// <summary>Sentences about wrong settings; none where they can be used.</summary>
    /// <param name="settings">As typed.</param>
    /// <param name="hasSecret">Is one kept, or typed?</param>
    public IReadOnlyList<string> Check(SourceSettings settings, bool hasSecret)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var faults = new List<string>();
        foreach (var field in Fields)
        {
            if (Fault(field, settings[field], hasSecret) is { } fault) faults.Add(fault);
        }

        foreach (var (name, own) in settings.Fields)
        {
            if (!CaseRow.Columns.Contains(own, StringComparer.Ordinal)) faults.Add($"字段对应里“{name}”对应的“{own}”不是本系统的列，应是其中之一：{string.Join("、", CaseRow.Columns)}。");
            else if (settings.Fields.Count(other => other.Value == own) > 1) faults.Add($"字段对应里有两个字段对应“{own}”，请只留一个。");
        }

        if (faults.Count == 0) faults.AddRange(Inconsistencies(settings, hasSecret));
        return [.. faults.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Asks it.</summary>
    /// <exception cref="SourceException">While it is enumerated: it cannot be asked.</exception>
    public abstract IAsyncEnumerable<SourceDelivery> FetchAsync(SourceContext context, CancellationToken cancellationToken);

    /// <summary>Whose password or token it is: it goes nowhere else without being typed again. Empty where there is none.</summary>
    public virtual string SecretOwner(SourceSettings settings) => "";

    /// <summary>Asks it for its first rows without taking anything: nothing is stored, moved or remembered.</summary>
    public async Task<SourceTrial> TryAsync(SourceContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var trial = context.Trial ?? throw new ArgumentException("A trial tells what it meets.", nameof(context));
        try
        {
            await TryAsync(context, trial, cancellationToken);
        }
        catch (SourceException fault)
        {
            trial.Fail(fault.Message);
        }

        return trial;
    }

    /// <summary>Does so.</summary>
    /// <exception cref="SourceException">It cannot be asked.</exception>
    protected virtual Task TryAsync(SourceContext context, SourceTrial trial, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is wrong with settings that are each right by themselves.</summary>
    protected virtual IEnumerable<string> Inconsistencies(SourceSettings settings, bool hasSecret) => [];

    private static string? Fault(SourceField field, string text, bool hasSecret)
    {
        if (field.Kind is SourceFieldKind.Secret) return field.IsRequired && !hasSecret ? $"请填写{field.Label}。" : null;
        if (text.Length == 0) return field.IsRequired ? $"请填写{field.Label}。" : null;
        return field.Kind switch
        {
            SourceFieldKind.Number when !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < field.Range.Least || number > field.Range.Most =>
                $"{field.Label}“{text}”应是{field.Range.Least}到{field.Range.Most}之间的整数。",
            SourceFieldKind.Choice when !field.Choices.Any(choice => choice.Value == text) => $"{field.Label}“{text}”不在可选的范围内。",
            SourceFieldKind.Bool when !bool.TryParse(text, out _) => $"{field.Label}“{text}”应是 true 或 false。",
            _ => null,
        };
    }
}
