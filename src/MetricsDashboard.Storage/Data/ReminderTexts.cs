using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Storage.Data;

/// <summary>A step of chasing that is taken now.</summary>
internal sealed record TakenStep(WeekEntity Week, DutyRow First, int Forms, ReminderStage Stage, string Missing);

/// <summary>What a step of chasing says: to the people of the unit, to its contacts, and to the city about all units at once.</summary>
internal static class ReminderTexts
{
    /// <summary>Names of the forms that a unit owes.</summary>
    public static string Missing(IEnumerable<DutyRow> duties)
    {
        var names = string.Join("、", duties.Select(duty => $"《{duty.Form.Name}》{(duty.State is SubmissionState.Returned ? "（已退回，待修改）" : "")}"));
        return names.Length <= Lengths.MessageText / 2 ? names : names[..(Lengths.MessageText / 2)];
    }

    public static MessageEntity Message(string recipient, TakenStep step, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Recipient = recipient,
        Subject = Subject(step),
        Text = Text(step),
        Link = Link(step),
        SentAt = now,
    };

    public static DeliveryEntity Mail(string recipient, TakenStep step, DateTimeOffset now) =>
        Delivery(DeliveryChannel.Mail, recipient, Subject(step), Text(step), Link(step), step, step.First.Unit.Code, now);

    /// <summary>The same about several units of one week, step and due time, for whoever looks after all of them.</summary>
    public static DeliveryEntity Together(DeliveryChannel channel, string? recipient, IReadOnlyList<TakenStep> steps, DateTimeOffset now)
    {
        var (subject, text, link) = Together(steps);
        return Delivery(channel, recipient, subject, text, link, steps[0], null, now);
    }

    public static MessageEntity Together(string recipient, IReadOnlyList<TakenStep> steps, DateTimeOffset now)
    {
        var (subject, text, link) = Together(steps);
        return new MessageEntity { Id = Guid.CreateVersion7(now), Recipient = recipient, Subject = subject, Text = Shortened(text, Lengths.MessageText), Link = link, SentAt = now };
    }

    private static (string Subject, string Text, string Link) Together(IReadOnlyList<TakenStep> steps)
    {
        var units = string.Join("、", steps.Select(step => $"{step.First.Unit.ShortName}（{step.Forms}张）"));
        var (when, period) = (When(steps[0].First.DueAt), WeekText.Period(Periods.Of(steps[0].Week)));
        var (subject, text) = steps[0].Stage is ReminderStage.BeforeDue
            ? ($"{steps.Count}个单位请于{when}前报送（{period}）", $"以下{steps.Count}个单位还有报表没有报送，请于{when}前报送：{units}。")
            : ($"{steps.Count}个单位逾期未报送（{period}）", $"报送期限（{when}）已过，以下{steps.Count}个单位还有报表没有报送，请尽快报送：{units}。");
        return (subject, text, $"/reporting/chasing?week={steps[0].First.Week}");
    }

    private static DeliveryEntity Delivery(DeliveryChannel channel, string? recipient, string subject, string text, string link, TakenStep step, string? unit, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Channel = channel,
        Recipient = recipient,
        Subject = subject,
        Text = Shortened(text, Lengths.DeliveryText),
        Link = link,
        Week = step.Week.Week,
        Unit = unit,
        Stage = step.Stage,
        State = DeliveryState.Queued,
        NextTryAt = now,
        CreatedAt = now,
    };

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    private static string Subject(TakenStep step)
    {
        var period = WeekText.Period(Periods.Of(step.Week));
        return step.Stage is ReminderStage.BeforeDue ? $"请于{When(step.First.DueAt)}前报送（{period}）" : $"{step.First.Unit.ShortName}逾期未报送（{period}）";
    }

    private static string Text(TakenStep step) => step.Stage is ReminderStage.BeforeDue
        ? $"{step.First.Unit.ShortName}还有{step.Missing}没有报送，请于{When(step.First.DueAt)}前报送。"
        : $"{step.First.Unit.ShortName}还有{step.Missing}没有报送，报送期限（{When(step.First.DueAt)}）已过，请尽快报送。";

    private static string Link(TakenStep step) => $"/submit?unit={step.First.Unit.Code}";

    private static string When(DateTimeOffset dueAt)
    {
        var due = dueAt.ToOffset(ChinaTime.Offset);
        return $"{WeekText.Day(DateOnly.FromDateTime(due.DateTime))}{due:H:mm}";
    }
}
