using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>“互联网+监管”.</summary>
public static class SupervisionTheme
{
    public static Theme Compose(ReportFacts facts)
    {
        var registered = Scopes.Topic(facts, NamedCodes.SupervisionRegistered);
        var coverage = Scopes.Topic(facts, NamedCodes.SupervisionCoverage);
        if ((registered ?? coverage) is not { } any) return new Theme("“互联网+监管”", []);
        var said = Phrase.Join("；", Registered(facts, registered), Coverage(coverage, withScope: registered is null));
        return new Theme("“互联网+监管”", [Phrase.Of($"{any.AsOf}{said}。"), coverage is null ? Phrase.Empty : ProvinceStanding.NotYetPublished(coverage)]);
    }

    /// <summary>全市执法人员在省“互联网+监管”平台注册11052人，全部完成注册.</summary>
    private static Phrase Registered(ReportFacts facts, Topic? registered)
    {
        if (registered is null) return Phrase.Empty;
        var value = LatestValue.Clause(registered, $"{registered.Scope}执法人员在省“互联网+监管”平台注册");
        if (Topic.Find(facts, NamedCodes.SupervisionRegisteredRate, registered.Unit) is not { IsWhole: true } rate) return value;
        var shortfall = Shortfall.Clause(rate, "人", "未注册");
        return Phrase.Join("，", value, shortfall.IsEmpty ? Phrase.Of($"全部完成注册") : Phrase.Of($"注册率{rate.Value}，{shortfall}"));
    }

    private static Phrase Coverage(Topic? coverage, bool withScope) => coverage is null
        ? Phrase.Empty
        : Phrase.Join("，", LatestValue.Clause(coverage, withScope ? coverage.Title : coverage.Name), AgainstTarget.Clause(coverage), ProvinceStanding.Clause(coverage));
}
