using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Sources;

namespace MetricsDashboard.Web.Flow;

/// <summary>A row as it would be understood. Whether it contradicts what is stored shows only when it is taken.</summary>
/// <param name="Place">第12行.</param>
/// <param name="Row">Its texts; null where the place holds none that can be read.</param>
/// <param name="Raw">What stands there.</param>
/// <param name="Outcome">Understood, held or rejected.</param>
public sealed record TriedRow(string Place, CaseRow? Row, string Raw, CaseOutcome Outcome);

/// <summary>A trial with what its rows mean.</summary>
public sealed record TriedSource(SourceTrial Trial, IReadOnlyList<TriedRow> Rows)
{
    public int Understood => Rows.Count(row => row.Outcome.Facts is not null);

    public int Rejected => Rows.Count(row => row.Outcome.Fault is not null);

    /// <summary>The words that a person would have to explain, with how many rows wait for each.</summary>
    public IReadOnlyList<(UnknownTerm Term, int Count)> Held =>
        [.. Rows.Where(row => row.Outcome.Unknown is not null).GroupBy(row => row.Outcome.Unknown!.Value).Select(group => (group.Key, group.Count())).OrderByDescending(term => term.Item2)];
}

/// <summary>试连: asks a source as it is set up, saved or not, and says what would come in. It writes nothing: no run, no cursor, no file is moved.</summary>
public sealed class TrySource(SourceStore sources, CaseIntakeStore cases, SourceSecrets secrets, SourceHttp http, BusinessClock clock, TimeProvider time)
{
    /// <summary>Asks it. A password or token that was typed goes before the one that is kept; the source is null for a new one.</summary>
    /// <exception cref="StateConflictException">The settings cannot be used, or the password would go to somebody else.</exception>
    public async Task<TriedSource> RunAsync(Actor actor, SourceKind kind, SourceSettings settings, string? secret, SourceRow? source, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.Administrator) throw new AccessDeniedException("只有管理员可以试连数据源。");
        if (kind.Check(settings, secret is not null || source is { HasSecret: true }) is { Count: > 0 } faults) throw new StateConflictException(string.Concat(faults));
        secret ??= await KeptAsync(kind, settings, source, cancellationToken);
        var trial = new SourceTrial();
        using var client = http.CreateForTrial(kind, settings, trial);
        var context = new SourceContext(settings, time) { Secret = secret, Http = client, Trial = trial };
        await kind.TryAsync(context, cancellationToken);
        foreach (var note in context.Notes) trial.Tell("注意", note);
        var intake = await cases.OpenAsync(Actor.System, source?.Id ?? Guid.Empty, clock.Now, cancellationToken);
        return new TriedSource(trial, [.. trial.Entries.Select(entry => new TriedRow(entry.Place, entry.Row, entry.Text, entry.Row is { } row ? intake.Understand(row) : new CaseOutcome(null, null, entry.Fault)))]);
    }

    private async Task<string?> KeptAsync(SourceKind kind, SourceSettings settings, SourceRow? source, CancellationToken cancellationToken)
    {
        if (source is not { HasSecret: true }) return null;
        var before = source.Settings is { } json ? SourceSettings.FromJson(json) : new SourceSettings();
        if (kind.SecretOwner(before) != kind.SecretOwner(settings)) throw new StateConflictException("网址换了服务器：保存着的令牌或密码是给原来那台的，请重新填写后再试连。");
        return await sources.SecretAsync(Actor.System, source.Id, cancellationToken) is { } kept ? secrets.Unprotect(kept) : null;
    }
}
