using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>
/// All pages of one pull, one after the other. A page is taken once: one that came before is asked for again, and where it stays the
/// same it is the end, or a source that goes round in circles.
/// </summary>
internal sealed class HttpPull : SourceDelivery
{
    private const int MostPages = 1_000_000;
    private const int AskedAgain = 2;
    private readonly SourceContext context;
    private readonly HttpSettings settings;
    private readonly PageRequests requests;
    private readonly GreatestMark mark;
    private readonly HashSet<string> seenPages = new(StringComparer.Ordinal);
    private readonly HashSet<string> seenAddresses = new(StringComparer.Ordinal);
    private string? given;
    private long? expected;
    private long bytes;
    private long rows;
    private int largest;
    private bool isFinished;

    public HttpPull(SourceContext context)
    {
        this.context = context;
        settings = new HttpSettings(context.Settings);
        requests = new PageRequests(settings, context);
        mark = new GreatestMark(context.Cursor);
    }

    public override string? Name => null;

    public override IAsyncEnumerable<CaseEntry>? Entries => ReadAsync();

    public override long? ExpectedRows => expected;

    public override double? Progress => isFinished ? 1 : expected > 0 ? Math.Min(1, (double)rows / expected.Value) : null;

    /// <summary>Known only when the last page was read: a pull that breaks off begins again.</summary>
    public override string? Cursor => !isFinished || settings.SinceParameter.Length == 0 ? null : settings.MarkPath.Length > 0 ? given : mark.Text;

    /// <summary>Asks for the first page, as if nothing had been taken yet, and looks whether what the settings name is there.</summary>
    public async Task TryAsync(SourceTrial trial, CancellationToken cancellationToken)
    {
        var address = Address(null);
        trial.Tell("网址", address.AbsoluteUri);
        var asked = context.Time.GetTimestamp();
        var answer = await GetAsync(address, 1, cancellationToken);
        trial.Tell("用时", $"{context.Time.GetElapsedTime(asked).TotalSeconds:0.0}秒");
        trial.Tell("大小", answer.Body.Length < 1024 ? $"{answer.Body.Length}字节" : $"{answer.Body.Length / 1024d:N1}KB");
        if (context.Settings[HttpFields.TotalPath] is { Length: > 0 } total) trial.Tell("总数", expected is { } count ? $"{count:N0}条" : $"答复里没有“{total}”，请核对总数的路径");
        await trial.ReadAsync(Rows(answer.Body, settings.Paging is Paging.None ? "" : "第1页").ToAsyncEnumerable(), cancellationToken);
        if (trial.Failure is not null) return;
        if (settings.SinceParameter.Length > 0)
        {
            var isGiven = settings.MarkPath.Length > 0;
            trial.Tell("增量", (isGiven ? given : mark.Text) is { } from ? $"读到{from}" : $"没有读到“{(isGiven ? settings.MarkPath : context.Settings[HttpFields.MarkField])}”，每次都会从头采集，请核对");
        }

        if (settings.Paging is not Paging.None) trial.Tell("下一页", Next(answer, 1, trial.Entries.Count)?.AbsoluteUri ?? "没有：这一页就是全部");
    }

    private async IAsyncEnumerable<CaseEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var address = Address(null);
        for (var number = 1; address is not null; number++)
        {
            if (number > MostPages || !seenAddresses.Add(address.AbsoluteUri)) throw Circle(number);
            var answer = await GetAsync(address, number, cancellationToken);
            var prefix = settings.Paging is Paging.None ? "" : $"第{number}页";
            if (settings.Paging is Paging.None)
            {
                foreach (var entry in Rows(answer.Body, prefix)) yield return entry;
                break;
            }

            var page = Rows(answer.Body, prefix).ToList();
            for (var again = 0; page.Count > 0 && seenPages.Contains(Print(page)) && again < AskedAgain; again++)
            {
                answer = await GetAsync(address, number, cancellationToken);
                page = [.. Rows(answer.Body, prefix)];
            }

            if (page.Count > 0 && !seenPages.Add(Print(page)))
            {
                // Some sources give their last page for every number behind it; one that knows no page numbers gives its first.
                if (settings.Paging is Paging.Page && (page.Count < largest || rows >= expected)) break;
                if (settings.Paging is Paging.Page) throw Circle(number);
                context.Note($"第{number}页与前面的一页相同，已跳过。");
                page = [];
            }

            foreach (var entry in page) yield return entry;
            rows += page.Count;
            largest = Math.Max(largest, page.Count);
            address = Next(answer, number, page.Count);
        }

        isFinished = true;
        if (mark.LeftOut is { } ahead) context.Note($"有办件的“{context.Settings[HttpFields.MarkField]}”是{ahead}，比对方系统的时钟还晚，没有用作下次增量的起点。请对方核对。");
    }

    private async Task<PageAnswer> GetAsync(Uri address, int number, CancellationToken cancellationToken)
    {
        var answer = await requests.GetAsync(address, settings.Paging is Paging.None ? "数据" : $"第{number}页", cancellationToken);
        bytes += answer.Body.Length;
        if (bytes > settings.RunBytes) throw new SourceException($"一次采集超过{settings.RunBytes / 1024 / 1024}MB，在第{number}页停下。前面的已入库；请放宽每次上限，或只取变动过的。");
        mark.Present = answer.Date ?? mark.Present;
        if (settings.Format is CaseFormat.Json && answer.Body.Length > 0)
        {
            if (expected is null && long.TryParse(Find(answer.Body, context.Settings[HttpFields.TotalPath], number), out var total)) expected = total;
            if (Find(answer.Body, settings.MarkPath, number) is { } stated) given = stated;
        }

        return answer;
    }

    private IEnumerable<CaseEntry> Rows(byte[] body, string prefix) => body.AsSpan().Trim(" \t\r\n"u8).IsEmpty
        ? []
        : CaseFiles.Read(new MemoryStream(body, writable: false), settings.Layout(prefix, mark.Take), settings.Format);

    private Uri? Next(PageAnswer answer, int number, int count)
    {
        switch (settings.Paging)
        {
            case Paging.Page:
                return count == 0 ? null : Address((context.Settings.Number(HttpFields.FirstPage) + number).ToString(CultureInfo.InvariantCulture));
            case Paging.Cursor:
                return Find(answer.Body, context.Settings[HttpFields.NextPath], number) is { } cursor ? Address(cursor) : null;
            case Paging.Link:
                return answer.Next is not { } next || requests.IsOurs(next) ? answer.Next : throw PageRequests.Elsewhere(next);
            default:
                return null;
        }
    }

    /// <param name="at">The page's number or cursor; null for the first page.</param>
    private Uri Address(string? at)
    {
        var texts = context.Settings;
        var query = new StringBuilder(settings.Url.Query.TrimStart('?'));
        if (settings.SinceParameter.Length > 0 && context.Cursor is { Length: > 0 } since) Add(settings.SinceParameter, since);
        if (settings.Paging is Paging.Page) Add(texts[HttpFields.PageParameter], at ?? texts[HttpFields.FirstPage]);
        if (settings.Paging is Paging.Cursor && at is not null) Add(texts[HttpFields.CursorParameter], at);
        if (settings.Paging is not Paging.None && texts[HttpFields.SizeParameter] is var size and not "-") Add(size, texts[HttpFields.PageSize]);
        return new UriBuilder(settings.Url) { Query = query.ToString() }.Uri;

        void Add(string name, string value) => query.Append(query.Length > 0 ? "&" : "").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    private static string? Find(byte[] body, string path, int number)
    {
        if (path.Length == 0 || body.Length == 0) return null;
        try
        {
            return JsonPath.Find(body, path);
        }
        catch (JsonException fault)
        {
            throw new SourceException($"第{number}页的 JSON 有错，看不出“{path}”，没法接着取。前面的已入库；请联系对方系统。", fault);
        }
    }

    private static string Print(List<CaseEntry> page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in page)
        {
            foreach (var text in entry.Row?.Texts ?? [entry.Raw]) hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static SourceException Circle(int number) => new($"第{number}页起反复得到同样的内容，已停下。请核对分页方式、页码参数和游标的路径；前面的已入库。");
}
