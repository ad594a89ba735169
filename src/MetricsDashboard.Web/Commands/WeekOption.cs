using System.CommandLine;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Commands;

/// <summary>Weeks on the command line, written 2020-W39.</summary>
internal static class WeekOption
{
    public static Option<string?> Create(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description + "，如 2020-W39", HelpName = "WEEK" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ReportingWeek.TryParse(token.Value, out _)) result.AddError(Fault(token.Value));
        });
        return option;
    }

    public static Argument<string> Argument(string description)
    {
        var argument = new Argument<string>("WEEK") { Description = description + "，如 2020-W39" };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ReportingWeek.TryParse(token.Value, out _)) result.AddError(Fault(token.Value));
        });
        return argument;
    }

    public static ReportingWeek? Read(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? ReportingWeek.Parse(text) : null;

    private static string Fault(string text) => $"“{text}”不是统计周，应写作 2020-W39。";
}
