using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>What a sentence is about: an indicator in a scope that has a value in the week reported on.</summary>
public sealed class Topic
{
    private Topic(ReportFacts facts, Indicator indicator, Unit unit, Snapshot now, decimal shown)
    {
        Facts = facts;
        Indicator = indicator;
        Unit = unit;
        Now = now;
        Shown = shown;
        Before = facts.Previous?.Find(indicator.Code, unit.Code);
        Published = new PublishedLookup(facts.Catalogue, indicator.Code, unit.Code);
    }

    public ReportFacts Facts { get; }

    public Indicator Indicator { get; }

    public Unit Unit { get; }

    public Snapshot Now { get; }

    public Snapshot? Before { get; }

    /// <summary>The displayed value.</summary>
    public decimal Shown { get; }

    public PublishedLookup Published { get; }

    /// <summary>The whole name without scope: 电子监察红牌率.</summary>
    public string Name => Indicator.Name;

    /// <summary>The name once the reader knows which system it is of: 红牌率.</summary>
    public string ShortName => Naming.Brief(Indicator);

    public string Scope => Unit.ShortName;

    /// <summary>Scope and name: 全市电子监察红牌率.</summary>
    public string Title => Scope + Name;

    /// <summary>截至9月27日， for stocks and running totals, 本周 for what happened within the week.</summary>
    public string AsOf => IsFlow ? "本周" : $"截至{WeekText.Day(Facts.Period.Sunday)}，";

    public Number Value => Of(Shown);

    /// <summary>Every asked unit stands behind the value: only then may it be judged or compared with other times.</summary>
    public bool IsWhole => Now.Coverage.IsWhole;

    /// <summary>Nobody reported for this week: the whole value is an earlier one.</summary>
    public bool IsAllCarried => Now.Coverage.IsAllCarried;

    /// <summary>A value of the week of which only a bound was published: 99%以上. It stands instead of the computed one and has no change.</summary>
    public PublishedFigure? Bound => Published.ValueOf(Facts.Period) is { Bound: not Domain.Catalogue.Bound.Exact } figure ? figure : null;

    public string Link => Explanation.Link(Indicator.Code, Unit.Code, Facts.Week);

    private bool IsFlow => Indicator.Formula is { } formula && formula.Elements.Any(code => Facts.Catalogue.Element(code).Nature is Nature.Flow);

    /// <summary>The topic of an indicator in a scope; null where the catalogue has no such indicator or the week no value of it there.</summary>
    public static Topic? Find(ReportFacts facts, string indicator, Unit? unit) =>
        unit is not null
        && facts.Catalogue.FindIndicator(indicator) is { } found
        && facts.Current.Find(indicator, unit.Code) is { Value: { } shown } now
            ? new Topic(facts, found, unit, now, shown)
            : null;

    /// <summary>A value in the style of the indicator: 1.00%, 99%, 20项.</summary>
    public Number Of(decimal value) => new(FigureText.Sentence(value, Indicator), Link);

    /// <summary>A difference of values: 0.35个百分点, 5件.</summary>
    public Number Difference(decimal difference) => new(FigureText.Difference(difference, Indicator), Link);

    /// <summary>A count behind the indicator, without unit.</summary>
    public Number Count(long count) => new(FigureText.Count(count), Link);

    /// <summary>第9位.</summary>
    public Number Place(int rank) => new($"第{FigureText.Count(rank)}位", Link);
}
