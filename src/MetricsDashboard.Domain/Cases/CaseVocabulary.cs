using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.Cases;

/// <summary>Of which kind a text of a source is that a person has to explain.</summary>
public enum CaseTermKind
{
    /// <summary>单位.</summary>
    Unit,

    /// <summary>发牌原因.</summary>
    Cause,

    /// <summary>牌.</summary>
    Card,

    /// <summary>状态.</summary>
    Status,
}

/// <summary>What a person said of a text of a source: 市公安 is a department, 红 is red.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Text">The source's text.</param>
/// <param name="Meaning">A unit's code, or the name that the interface uses for a card, cause or status.</param>
public sealed record CaseTerm(CaseTermKind Kind, string Text, string Meaning);

/// <summary>
/// What the texts of a source mean: units by code and name, cards, causes and statuses by the interface's names and the field's, and
/// whatever a person said of others. Nothing is guessed: what is nearly a name is no name.
/// </summary>
public sealed class CaseVocabulary
{
    private static readonly Dictionary<string, Card> Cards = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = Card.None,
        ["warning"] = Card.Warning,
        ["yellow"] = Card.Yellow,
        ["red"] = Card.Red,
        ["无牌"] = Card.None,
        ["预警"] = Card.Warning,
        ["黄牌"] = Card.Yellow,
        ["红牌"] = Card.Red,
    };

    private static readonly Dictionary<string, CardCause> Causes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["system"] = CardCause.System,
        ["overdue"] = CardCause.Overdue,
        ["not_returned"] = CardCause.NotReturned,
        ["step_overdue"] = CardCause.StepOverdue,
        ["other"] = CardCause.Other,
        ["系统问题"] = CardCause.System,
        ["超时未办"] = CardCause.Overdue,
        ["办结未回传"] = CardCause.NotReturned,
        ["环节超时"] = CardCause.StepOverdue,
        ["其他"] = CardCause.Other,
    };

    private static readonly Dictionary<string, CaseStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["open"] = CaseStatus.Open,
        ["completed"] = CaseStatus.Completed,
        ["withdrawn"] = CaseStatus.Withdrawn,
        ["在办"] = CaseStatus.Open,
        ["办结"] = CaseStatus.Completed,
        ["撤回"] = CaseStatus.Withdrawn,
    };

    private readonly Catalogue.Catalogue catalogue;
    private readonly IntakeNames names;
    private readonly Dictionary<(CaseTermKind Kind, string Text), string> said = [];
    private readonly Dictionary<string, Unit?> units = new(StringComparer.Ordinal);

    /// <summary>The vocabulary of a source.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="terms">What was said of its texts; of two for the same text the later holds.</param>
    public CaseVocabulary(Catalogue.Catalogue catalogue, IEnumerable<CaseTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        this.catalogue = catalogue;
        names = new IntakeNames(catalogue);
        foreach (var term in terms) said[(term.Kind, WordOf(term.Text))] = term.Meaning;
    }

    /// <summary>What two texts share that are the same word to whoever explains it: blanks, widths of letters and their case do not matter.</summary>
    public static string WordOf(string text) => IntakeNames.Simplify(text).ToUpperInvariant();

    /// <summary>May cases be of this unit? Counties and departments answer for them.</summary>
    public static bool HasCases(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Kind is UnitKind.County or UnitKind.Department;
    }

    /// <summary>What a person may choose from for a text of a kind: codes of units, or the interface's names, each with its name on screen.</summary>
    public static IReadOnlyList<(string Meaning, string Name)> Meanings(Catalogue.Catalogue catalogue, CaseTermKind kind)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return kind switch
        {
            CaseTermKind.Unit => [.. catalogue.Units.Where(HasCases).OrderBy(unit => unit.Order).Select(unit => (unit.Code, unit.Name))],
            CaseTermKind.Cause => [.. OwnNames(Causes).Select(own => (own.Key, own.Value.Name()))],
            CaseTermKind.Card => [.. OwnNames(Cards).Select(own => (own.Key, own.Value.Name()))],
            CaseTermKind.Status => [.. OwnNames(Statuses).Select(own => (own.Key, own.Value.Name()))],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
        };
    }

    /// <summary>Does a text mean something of a kind? Of units it is the code.</summary>
    public static bool IsMeaning(Catalogue.Catalogue catalogue, CaseTermKind kind, string meaning)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return kind switch
        {
            CaseTermKind.Unit => catalogue.FindUnit(meaning) is { } unit && HasCases(unit),
            CaseTermKind.Cause => Causes.ContainsKey(meaning),
            CaseTermKind.Card => Cards.ContainsKey(meaning),
            CaseTermKind.Status => Statuses.ContainsKey(meaning),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
        };
    }

    /// <summary>The county or department that a text means; null where a person has to say.</summary>
    public Unit? FindUnit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (units.TryGetValue(text, out var known)) return known;
        var found = said.TryGetValue((CaseTermKind.Unit, WordOf(text)), out var code) ? catalogue.FindUnit(code) : names.Unit(text);
        return units[text] = found is { } unit && HasCases(unit) ? unit : null;
    }

    /// <summary>The card that a text means; null where a person has to say.</summary>
    public Card? FindCard(string text) => Cards.TryGetValue(Meaning(CaseTermKind.Card, text), out var card) ? card : null;

    /// <summary>The cause that a text means; null where a person has to say.</summary>
    public CardCause? FindCause(string text) => Causes.TryGetValue(Meaning(CaseTermKind.Cause, text), out var cause) ? cause : null;

    /// <summary>The status that a text means; null where a person has to say.</summary>
    public CaseStatus? FindStatus(string text) => Statuses.TryGetValue(Meaning(CaseTermKind.Status, text), out var status) ? status : null;

    private string Meaning(CaseTermKind kind, string text) => said.Count > 0 && said.TryGetValue((kind, WordOf(text)), out var meaning) ? meaning : text;

    private static IEnumerable<KeyValuePair<string, T>> OwnNames<T>(Dictionary<string, T> names) => names.Where(name => char.IsAscii(name.Key[0])).OrderBy(name => name.Value);

}
