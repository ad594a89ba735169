namespace MetricsDashboard.Domain.Published;

/// <summary>The names of the fields of a published figure and a provincial table, as messages and forms write them.</summary>
public static class PublishedFields
{
    /// <summary>Indicator.</summary>
    public const string Indicator = "指标";

    /// <summary>Scope.</summary>
    public const string Unit = "口径单位";

    /// <summary>Week, month or date.</summary>
    public const string PeriodKind = "时段类型";

    /// <summary>Period.</summary>
    public const string Period = "时段";

    /// <summary>Value.</summary>
    public const string Value = "数值";

    /// <summary>Exact, or a bound.</summary>
    public const string Bound = "数值范围";

    /// <summary>Rank.</summary>
    public const string Rank = "全省位次";

    /// <summary>Words of a rank.</summary>
    public const string RankText = "位次文字";

    /// <summary>Is it a baseline?</summary>
    public const string Baseline = "基期";

    /// <summary>Name of the baseline.</summary>
    public const string Label = "基期名称";

    /// <summary>Document.</summary>
    public const string Document = "来源文件";

    /// <summary>Week in which the document came in.</summary>
    public const string Received = "收文统计周";

    /// <summary>Place of a provincial table.</summary>
    public const string Place = "地区";

    /// <summary>Rank of a place in a provincial table.</summary>
    public const string PlaceRank = "名次";

    /// <summary>The average of the province as published.</summary>
    public const string Average = "全省平均";
}
