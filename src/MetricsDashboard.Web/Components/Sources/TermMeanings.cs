using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>What a word may be taken for. Of the few dozens of units one types a part of the name and chooses from a list.</summary>
public sealed class TermMeanings(Catalogue catalogue)
{
    private readonly Dictionary<CaseTermKind, IReadOnlyList<(string Meaning, string Name)>> choices =
        Enum.GetValues<CaseTermKind>().ToDictionary(kind => kind, kind => CaseVocabulary.Meanings(catalogue, kind));

    private readonly IntakeNames units = new(catalogue);

    public IReadOnlyList<(string Meaning, string Name)> Of(CaseTermKind kind) => choices[kind];

    /// <summary>On screen.</summary>
    public string NameOf(CaseTermKind kind, string meaning) => choices[kind].FirstOrDefault(choice => choice.Meaning == meaning).Name ?? meaning;

    /// <summary>What was chosen: a unit by its code or name. Blank where it is none.</summary>
    public string Find(CaseTermKind kind, string chosen)
    {
        if (kind is not CaseTermKind.Unit) return chosen;
        return units.Unit(chosen) is { } unit && CaseVocabulary.HasCases(unit) ? unit.Code : "";
    }
}
