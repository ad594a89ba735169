using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>What the address of 红牌成因 says. A part that is not understood says nothing.</summary>
/// <param name="Week">2020-W39; null for the newest closed one.</param>
/// <param name="Filter">Which cases.</param>
/// <param name="Order">By what the list is sorted.</param>
/// <param name="IsDescending">The other way round.</param>
/// <param name="Page">From 1.</param>
/// <param name="Show">rank for the ranks of the trend.</param>
/// <param name="View">table for the trend's table.</param>
public sealed record RedCardsQuery(string? Week, CaseFilter Filter, CaseOrder Order = CaseOrder.Since, bool IsDescending = false, int Page = 1, string? Show = null, string? View = null)
{
    public const string PageAddress = "/red-cards";

    public const string ExportAddress = "/red-cards/export";

    /// <summary>The longest part of a case number that is looked for.</summary>
    public const int LongestNumber = CaseReading.LongestCode;

    private static readonly Names<Card> Cards = new([("red", Card.Red), ("yellow", Card.Yellow), ("warning", Card.Warning)]);

    private static readonly Names<UnitKind> Kinds = new([("department", UnitKind.Department), ("county", UnitKind.County)]);

    private static readonly Names<CardCause> Causes = new(
        [("system", CardCause.System), ("overdue", CardCause.Overdue), ("not_returned", CardCause.NotReturned), ("step_overdue", CardCause.StepOverdue), ("other", CardCause.Other)]);

    private static readonly Names<CardAge> Ages = new([("5", CardAge.UpTo5), ("10", CardAge.UpTo10), ("20", CardAge.UpTo20), ("over", CardAge.Over20)]);

    private static readonly Names<CardFlow> Flows = new([("new", CardFlow.New), ("standing", CardFlow.Standing), ("cleared", CardFlow.Cleared)]);

    private static readonly Names<CaseOrder> Orders = new(
        [
            ("since", CaseOrder.Since), ("number", CaseOrder.CaseNo), ("unit", CaseOrder.Unit), ("item", CaseOrder.Item), ("accepted", CaseOrder.Accepted), ("promised", CaseOrder.Promised),
            ("statutory", CaseOrder.Statutory), ("completed", CaseOrder.Completed), ("cause", CaseOrder.Cause),
        ]);

    /// <summary>Reads it from the parts of an address.</summary>
    public static RedCardsQuery Parse(Func<string, string?> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var sort = part("sort") ?? "";
        var (card, cause, number) = (part("card"), part("cause"), part("no")?.Trim());
        return new RedCardsQuery(
            Given(part("week")),
            new CaseFilter(
                card == "all" ? null : Cards.Find(card) ?? Card.Red,
                Given(part("unit")),
                Kinds.Find(part("kind")),
                Given(part("item")),
                Causes.Find(cause),
                cause == "none",
                Ages.Find(part("age")),
                Flows.Find(part("flow")),
                number is { Length: > 0 and <= LongestNumber } ? number : null,
                part("differing") == "yes"),
            Orders.Find(sort.TrimStart('-')) ?? CaseOrder.Since,
            sort.StartsWith('-'),
            int.TryParse(part("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            part("show") == "rank" ? "rank" : null,
            part("view") == "table" ? "table" : null);
    }

    /// <summary>The address of the same page.</summary>
    public string Address => PageAddress + Text;

    /// <summary>The address of the list as a file.</summary>
    public string Export => ExportAddress + (this with { Page = 1, Show = null, View = null }).Text;

    /// <summary>The same with another filter, from the first page on.</summary>
    public RedCardsQuery With(CaseFilter filter) => this with { Filter = filter, Page = 1 };

    /// <summary>Sorted by a column; once more, the other way round.</summary>
    public RedCardsQuery SortedBy(CaseOrder order) => this with { Order = order, IsDescending = Order == order && !IsDescending, Page = 1 };

    private string Text
    {
        get
        {
            var sort = Orders.Of(Order);
            (string Name, string? Value)[] parts =
            [
                ("week", Week),
                ("card", Filter.Card switch { null => "all", Card.Red => null, var card => Cards.Of(card) }),
                ("unit", Filter.Unit),
                ("kind", Kinds.Of(Filter.Kind)),
                ("item", Filter.Item),
                ("cause", Filter.WithoutCause ? "none" : Causes.Of(Filter.Cause)),
                ("age", Ages.Of(Filter.Age)),
                ("flow", Flows.Of(Filter.Flow)),
                ("no", Filter.Number),
                ("differing", Filter.IsDiffering ? "yes" : null),
                ("sort", IsDescending ? "-" + sort : Order is CaseOrder.Since ? null : sort),
                ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
                ("show", Show),
                ("view", View),
            ];
            var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
            return given.Count > 0 ? "?" + string.Join('&', given) : "";
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What values are called in addresses.</summary>
    private sealed class Names<T>((string Name, T Value)[] pairs)
        where T : struct, Enum
    {
        public T? Find(string? name) => Array.Find(pairs, pair => pair.Name == name) is { Name: not null } found ? found.Value : null;

        public string? Of(T? value) => value is { } wanted ? Array.Find(pairs, pair => EqualityComparer<T>.Default.Equals(pair.Value, wanted)).Name : null;
    }
}
