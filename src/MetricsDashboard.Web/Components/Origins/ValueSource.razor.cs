using System.Globalization;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Origins;

/// <summary>Where one value came from: its submission, file, sheet and cell, or the cases that it was counted from; beside it the value that does not count.</summary>
public sealed partial class ValueSource : ComponentBase
{
    [Parameter, EditorRequired]
    public required ExplainedValue Value { get; set; }

    [Parameter, EditorRequired]
    public required Names Names { get; set; }

    /// <summary>May who looks open the intake runs?</summary>
    [Parameter]
    public bool SeesRuns { get; set; }

    /// <summary>Behind the value: of which week it is, or how far it is from the one that counts.</summary>
    [Parameter]
    public string Title { get; set; } = "";

    private IEnumerable<string> Lines
    {
        get
        {
            var observation = Value.Observation;
            if (observation.Origin is Origin.Cases)
            {
                yield return $"统计：{Moments.Text(observation.RecordedAt)}，第{observation.Revision}版";
                yield break;
            }

            if (Value.FileName is { } file)
            {
                var place = string.Join("，", new[] { observation.Sheet is null ? "" : $"工作表“{observation.Sheet}”", Places.Text(new Place(null, observation.Cell)) }.Where(text => text.Length > 0));
                yield return place.Length > 0 ? $"文件：{file}，{place}" : $"文件：{file}";
            }
            else
            {
                yield return observation.Origin is Origin.System ? "由系统在关闭统计周时写入" : "没有文件";
            }

            if (Value.SentBy is { } sender && Value.SentAt is { } sent) yield return $"报送：{Names.Of(sender)}，{Moments.Text(sent)}";
            yield return $"接收：{Names.Of(observation.RecordedBy)}，{Moments.Text(observation.RecordedAt)}，第{observation.Revision}版";
            if (observation.Reason is { Length: > 0 } reason) yield return $"更正原因：{reason}";
        }
    }

    private string Beside(ExplainedValue other)
    {
        var more = other.Observation.Value - Value.Observation.Value;
        var difference = more == 0
            ? "与采用的数一致"
            : string.Create(CultureInfo.InvariantCulture, $"比采用的数{(more > 0 ? "多" : "少")}{Math.Abs(more)}{Value.Element.Measure}");
        return $"（{other.Observation.Origin.Name()}，未采用，{difference}）";
    }
}
