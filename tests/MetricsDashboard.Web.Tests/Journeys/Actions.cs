using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// What a person had to do: every press of a button or link, every field filled in, every file chosen, as the browser itself saw it, and
/// the cells typed in a workbook.
/// </summary>
internal sealed class Actions
{
    private const string Script = """
        addEventListener('pointerup', () => acted('click'), true);
        addEventListener('change', event => { if (!event.target.matches('[type=checkbox], [type=radio]')) acted('field'); }, true);
        """;

    private readonly List<string> taken = [];

    public int Count => taken.Count;

    public string Text => string.Join(", ", taken.GroupBy(kind => kind).Select(kind => $"{kind.Key} {kind.Count()}"));

    /// <summary>Counts from the next page on.</summary>
    public static async Task<Actions> OfAsync(Visitor visitor)
    {
        var actions = new Actions();
        await visitor.Page.ExposeFunctionAsync("acted", (string kind) => actions.taken.Add(kind));
        await visitor.Page.AddInitScriptAsync(Script);
        return actions;
    }

    /// <summary>Outside the browser.</summary>
    public void Add(string kind, int times) => taken.AddRange(Enumerable.Repeat(kind, times));
}
