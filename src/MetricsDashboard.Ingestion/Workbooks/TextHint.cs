using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>How the text cells of a form are filled, said on its own sheet and in the instructions.</summary>
internal static class TextHint
{
    public static string Of(FormLayout layout)
    {
        var optional = layout.Elements.Where(element => element is { IsText: true, Optional: true }).Select(element => Quotation.Of(element.Name)).ToList();
        var blank = optional.Count > 0 ? $"{string.Join("、", optional)}没有的可以空着，视为“无”" : "每格都要填";
        return $"填黄色底的格，填文字，每项不超过{DataElement.LongestText}字，分段按 Alt+Enter；{blank}。";
    }
}
