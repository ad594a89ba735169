using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>The thresholds as they were set once.</summary>
/// <param name="No">From 1.</param>
public sealed record CardThresholdsRow(int No, CardThresholds Thresholds, string Reason, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>红黄牌阈值: by which cards are derived; the newest hold, none is ever lost.</summary>
public sealed class CardThresholdsStore
{
    private const int AtOnce = 2000;

    private readonly MetricsDatabase database;

    internal CardThresholdsStore(MetricsDatabase database) => this.database = database;

    /// <summary>Those in force; everybody may know by what cards are counted.</summary>
    public async Task<CardThresholds> FindAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await CardRules.ThresholdsAsync(db, cancellationToken);
    }

    /// <summary>All that were ever set, the newest first; none where the standard ones were never changed.</summary>
    public async Task<IReadOnlyList<CardThresholdsRow>> HistoryAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator or Role.CityReviewer or Role.Drafter, "红黄牌阈值只向市专班和管理员开放。");
        await using var db = await database.CreateContextAsync(cancellationToken);
        var rows = await db.CardThresholds.AsNoTracking().OrderByDescending(row => row.No).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new CardThresholdsRow(row.No, new CardThresholds(row.WarningWorkdays, row.YellowOnDueDay, row.RedAfterWorkdays), row.Reason ?? "", row.ChangedBy, row.ChangedAt));
    }

    /// <summary>Sets others. The moments of cases follow by <see cref="DeriveAsync"/>, which is asked for in the same transaction.</summary>
    /// <param name="no">The number of those that the person saw; 0 for the standard ones.</param>
    /// <exception cref="StateConflictException">Out of range, the same as before, without a reason, or changed by somebody else meanwhile.</exception>
    public Task ChangeAsync(Actor actor, int no, CardThresholds thresholds, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以修改红黄牌阈值。");
        ArgumentNullException.ThrowIfNull(thresholds);
        if (!thresholds.AreValid) throw new StateConflictException("预警应填0至30个工作日，红牌应填1至250个工作日（或者不填）。");
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > Lengths.Reason) throw new StateConflictException($"请填写修改的原因或依据（不超过{Lengths.Reason}字）。");
        return database.WriteOrFindAsync(
            async db =>
            {
                if ((await db.CardThresholds.MaxAsync(row => (int?)row.No, cancellationToken) ?? 0) != no) throw new StateConflictException("别人刚刚改过阈值，请刷新后再试。");
                if (await CardRules.ThresholdsAsync(db, cancellationToken) == thresholds) throw new StateConflictException("与现在的阈值相同，没有修改。");
                db.CardThresholds.Add(new CardThresholdsEntity
                {
                    No = no + 1,
                    WarningWorkdays = thresholds.WarningWorkdays,
                    YellowOnDueDay = thresholds.YellowOnDueDay,
                    RedAfterWorkdays = thresholds.RedAfterWorkdays,
                    Reason = reason.Trim(),
                    ChangedBy = actor.Name,
                    ChangedAt = now,
                });
                DerivingRequests.Ask(db, now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What changes of thresholds and calendar ask for and the cards do not follow yet; none where all is derived.</summary>
    public async Task<IReadOnlyList<string>> AskedAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.JobSlots.Where(slot => slot.Job == DerivingRequests.Job).OrderBy(slot => slot.Slot).Select(slot => slot.Slot).ToListAsync(cancellationToken);
    }

    /// <summary>The cards follow what was asked for.</summary>
    public Task<int> SettleAsync(Actor actor, IReadOnlyCollection<string> asked, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var settled = 0;
                foreach (var slot in asked) settled += await db.JobSlots.Where(row => row.Job == DerivingRequests.Job && row.Slot == slot).ExecuteDeleteAsync(cancellationToken);
                return settled;
            },
            cancellationToken);
    }

    /// <summary>
    /// Says anew when each case gets which card, by the thresholds and the calendar in force: of all cases that are watched, and of the versions
    /// that an open week still counts. In batches, each whole; done twice it changes nothing.
    /// </summary>
    /// <returns>How many watched cases changed.</returns>
    public async Task<int> DeriveAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var changed = 0;
        string? after = null;
        do
        {
            (after, var count) = await database.WriteAsync(db => DeriveSomeAsync(db, after, cancellationToken), cancellationToken);
            changed += count;
        }
        while (after is not null);
        return changed;
    }

    private async Task<(string? Last, int Changed)> DeriveSomeAsync(MetricsDb db, string? after, CancellationToken cancellationToken)
    {
        var (thresholds, calendar) = (await CardRules.ThresholdsAsync(db, cancellationToken), await CardRules.CalendarAsync(db, cancellationToken));
        var oldest = await db.Weeks.AsNoTracking().Where(week => week.State == WeekState.Open).OrderBy(week => week.Week).FirstOrDefaultAsync(cancellationToken);
        var since = oldest is null ? (DateTimeOffset?)null : ChinaTime.Start(Periods.Of(oldest).Monday);
        var cases = db.Cases.AsNoTracking().Where(row => row.EndedAt == null || row.EndedAt >= since);
        if (after is { } number) cases = cases.Where(row => row.CaseNo.CompareTo(number) > 0);
        var rows = await cases.OrderBy(row => row.CaseNo).Take(AtOnce).ToListAsync(cancellationToken);
        if (rows.Count == 0) return (null, 0);

        // Versions before the newest are counted by the end of a week that is still open.
        var past = new List<CasePastEntity>();
        foreach (var some in since is null ? [] : rows.Select(row => row.CaseNo).Chunk(Codes.MostParameters))
            past.AddRange(await db.CasePast.AsNoTracking().Where(row => row.ValidUntil > since && some.Contains(row.CaseNo)).ToListAsync(cancellationToken));
        var newest = rows.FindAll(row => IsMoved(row, thresholds, calendar));
        await database.MergeAsync(db, newest, cancellationToken);
        await database.MergeAsync(db, past.FindAll(row => IsMoved(row, thresholds, calendar)), cancellationToken);
        return (rows.Count < AtOnce ? null : rows[^1].CaseNo, newest.Count(row => row.EndedAt is null));
    }

    private static bool IsMoved(CaseColumns row, CardThresholds thresholds, WorkCalendar calendar)
    {
        var before = (row.WarningAfter, row.YellowAfter, row.RedAfter);
        CaseVersions.Derive(row, thresholds, calendar);
        return before != (row.WarningAfter, row.YellowAfter, row.RedAfter);
    }
}
