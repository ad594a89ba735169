using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>What sources that do not tell make known to the task force.</summary>
internal static class SourceMessages
{
    public static async Task MissingAsync(MetricsDb db, ReportingPeriod period, IReadOnlyCollection<string> names, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await db.Users.Where(user => user.UserName != null && (user.Role == Role.CityReviewer || user.Role == Role.Drafter)).Select(user => user.UserName!).ToListAsync(cancellationToken);
        var text = $"{WeekText.FullPeriod(period)}已锁定，但数据源“{string.Join("”“", names)}”一直没有取到这一周结束以后的数据，办件数以最后取到的为准，可能偏少。请核对周报里的办件数和红黄牌数；数据以后取到了，已锁定的周也不会自动改变。";
        db.Messages.AddRange(people.Select(recipient => new MessageEntity
        {
            Id = Guid.CreateVersion7(now),
            Recipient = recipient,
            Subject = $"{WeekText.FullPeriod(period)}锁定时缺数据源的数据",
            Text = text.Length <= Lengths.MessageText ? text : text[..Lengths.MessageText],
            Link = "/sources",
            SentAt = now,
        }));
    }
}
