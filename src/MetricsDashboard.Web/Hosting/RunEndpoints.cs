using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The rejected rows of a run as a file for whoever has to put them right.</summary>
public static class RunEndpoints
{
    private const int AtOnce = 1000;

    public static void MapRuns(this IEndpointRouteBuilder app) => app.MapGet("/runs/{id:guid}/rejected.csv", RejectedAsync);

    private static async Task<IResult> RejectedAsync(Guid id, HttpContext context, RunStore runs)
    {
        var actor = context.User.Actor();
        if (await runs.FindAsync(actor, id, context.RequestAborted) is not { } run) return Results.NotFound();
        var name = string.Create(CultureInfo.InvariantCulture, $"拒收行_{run.Source}_{BusinessClock.Local(run.StartedAt):yyyyMMdd-HHmm}.csv");
        return Results.Stream(stream => WriteAsync(stream, runs, actor, id, context.RequestAborted), "text/csv; charset=utf-8", name);
    }

    /// <summary>However many there are, a thousand at a time are held.</summary>
    private static async Task WriteAsync(Stream stream, RunStore runs, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync("序号,位置,原文,原因\r\n");
        for (var after = 0; ;)
        {
            var rows = await runs.RejectedAsync(actor, id, after, AtOnce, cancellationToken);
            foreach (var row in rows)
                await text.WriteAsync($"{row.No.ToString(CultureInfo.InvariantCulture)},{Cell(row.Place)},{Cell(row.Text)},{Cell(row.Message)}\r\n");
            if (rows.Count < AtOnce) return;
            after = rows[^1].No;
        }
    }

    private static string Cell(string text)
    {
        // A spreadsheet would run what begins so.
        if (text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
