using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>What an objection and its answer tell others: the task force, and the people of the unit.</summary>
internal static class CaseMessages
{
    public static async Task ObjectionAsync(MetricsDb db, CaseNoteEntity note, Unit unit, CancellationToken cancellationToken)
    {
        var people = await db.Users.Where(user => user.UserName != null && (user.Role == Role.CityReviewer || user.Role == Role.Drafter)).Select(user => user.UserName!).ToListAsync(cancellationToken);
        Add(db, people, note, $"{unit.ShortName}对办件{note.CaseNo}提出异议", $"{unit.ShortName}认为办件{note.CaseNo}的红黄牌是系统问题，请答复：{note.Text}");
    }

    public static async Task AnswerAsync(MetricsDb db, CaseNoteEntity answer, CaseNote objection, Unit unit, CancellationToken cancellationToken)
    {
        var code = unit.Code;
        var people = await db.Users.Where(user => user.UserName != null && user.Unit == code).Select(user => user.UserName!).ToListAsync(cancellationToken);
        var isUpheld = answer.Kind is CaseNoteKind.Upheld;
        Add(
            db,
            people.Append(objection.WrittenBy).Distinct(StringComparer.Ordinal),
            answer,
            $"办件{answer.CaseNo}的异议{(isUpheld ? "成立" : "不成立")}",
            isUpheld ? $"办件{answer.CaseNo}的异议成立，发牌原因改为“{CardCause.System.Name()}”。{answer.Text}" : $"办件{answer.CaseNo}的异议不成立，市专班答复：{answer.Text}");
    }

    private static void Add(MetricsDb db, IEnumerable<string> recipients, CaseNoteEntity note, string subject, string text) => db.Messages.AddRange(recipients.Select(recipient => new MessageEntity
    {
        Id = Guid.CreateVersion7(note.WrittenAt),
        Recipient = recipient,
        Subject = subject,
        Text = text.Length <= Lengths.MessageText ? text : text[..Lengths.MessageText],
        Link = $"/cases/{Uri.EscapeDataString(note.CaseNo)}",
        SentAt = note.WrittenAt,
    }));
}
