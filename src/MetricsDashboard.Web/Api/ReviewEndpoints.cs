using System.Text.Json;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Api;

/// <summary>Accepting and returning, by the id of a submission or of the upload that led to several. Whoever comes second is told with 409.</summary>
internal static class ReviewEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("submissions/{id:guid}/accept", AcceptAsync).RequireAuthorization(SignInSetup.TokensOnly).WithSummary("审核接收");
        api.MapPost("submissions/{id:guid}/return", ReturnAsync).RequireAuthorization(SignInSetup.TokensOnly).DisableAntiforgery()
            .WithSummary("退回：JSON，reason 为退回原因，cells 为各单元格的原因").Accepts<ReturnRequest>("application/json");
    }

    private static async Task<IResult> AcceptAsync(Guid id, HttpContext context, Accept accept, UploadStore uploads, BusinessClock clock)
    {
        var actor = context.User.Actor();
        if (!actor.MayReview(sender: "")) throw new AccessDeniedException("只有市专班审核员可以接收报送。");
        var results = (await accept.RunAsync(actor, await SubmissionsAsync(actor, id, uploads, context.RequestAborted), clock.Now, context.RequestAborted)).Results;
        if (results.FirstOrDefault(result => result.Status is AcceptStatus.OwnSubmission) is { } own) return Problems.Of(StatusCodes.Status403Forbidden, own.Message ?? "不能审核自己报送的报表。");
        if (results.FirstOrDefault(result => result.Status is AcceptStatus.NotWaiting) is { } other) return Problems.Of(StatusCodes.Status409Conflict, other.Message ?? "该报送不在待审核状态。");
        return Results.Ok(new { accepted = results.Select(result => result.Id) });
    }

    private static async Task<IResult> ReturnAsync(Guid id, HttpContext context, ReviewStore review, UploadStore uploads, BusinessClock clock)
    {
        var actor = context.User.Actor();
        if (await BodyAsync(context.Request, context.RequestAborted) is not { Reason.Length: > 0 } request) return Problems.Invalid("请以 JSON 写明退回原因 reason。");
        var cells = (request.Cells ?? []).Select(cell => new CellReason(cell.Element ?? "", cell.Unit ?? "", cell.Text ?? "")).ToList();
        var ids = await SubmissionsAsync(actor, id, uploads, context.RequestAborted);
        var results = await review.ReturnAsync(actor, ids, request.Reason, cells, clock.Now, context.RequestAborted);
        if (results.FirstOrDefault(result => result.Status is ReviewStatus.OwnSubmission) is { } own) return Problems.Of(StatusCodes.Status403Forbidden, own.Message ?? "不能审核自己报送的报表。");
        if (results.FirstOrDefault(result => result.Status is ReviewStatus.NotWaiting) is { } other) return Problems.Of(StatusCodes.Status409Conflict, other.Message ?? "该报送不在待审核状态。");
        return Results.Ok(new { returned = results.Select(result => result.Id) });
    }

    private static async Task<IReadOnlyList<Guid>> SubmissionsAsync(Actor actor, Guid id, UploadStore uploads, CancellationToken cancellationToken) =>
        await uploads.FindAsync(actor, id, cancellationToken) is { Outcome: { } outcome } ? [.. outcome.Submissions.Select(receipt => receipt.Id)] : [id];

    private static async Task<ReturnRequest?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) return null;
        try
        {
            return await request.ReadFromJsonAsync<ReturnRequest>(ApiJson.Indented, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Why something goes back.</summary>
    internal sealed record ReturnRequest(string? Reason, IReadOnlyList<ReturnedCell>? Cells);

    /// <summary>A cell by element and unit, and what is wrong with it.</summary>
    internal sealed record ReturnedCell(string? Element, string? Unit, string? Text);
}
