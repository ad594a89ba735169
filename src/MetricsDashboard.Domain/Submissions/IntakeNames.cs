using System.Text;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// Finds units and elements by what people write: the code, the full name or the short name. Full-width letters and digits, blanks and
/// the kind of quotation marks do not matter. A name that two rows share finds nothing; the code still does.
/// </summary>
public sealed class IntakeNames
{
    private readonly Catalogue.Catalogue catalogue;
    private readonly Dictionary<string, Unit?> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataElement?> elements = new(StringComparer.Ordinal);

    /// <summary>Indexes the names of a catalogue.</summary>
    public IntakeNames(Catalogue.Catalogue catalogue)
    {
        this.catalogue = catalogue;
        foreach (var unit in catalogue.Units)
        {
            Add(units, unit.Name, unit);
            Add(units, unit.ShortName, unit);
        }

        foreach (var element in catalogue.Elements) Add(elements, element.Name, element);
    }

    /// <summary>The unit with a code or name; null where there is none, or more than one of that name.</summary>
    public Unit? Unit(string text)
    {
        var key = Simplify(text);
        return catalogue.FindUnit(key) ?? units.GetValueOrDefault(key);
    }

    /// <summary>The element with a code or name; null where there is none, or more than one of that name.</summary>
    public DataElement? Element(string text)
    {
        var key = Simplify(text);
        return catalogue.FindElement(key) ?? elements.GetValueOrDefault(key);
    }

    /// <summary>A text without what does not matter: blanks, quotation marks, and the width of letters, digits and brackets.</summary>
    public static string Simplify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text)) return text;
        var simple = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '"' or '“' or '”' or '＂' or '「' or '」' or '\uFEFF') continue;
            simple.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return simple.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or '"' or > '~') return false;
        }

        return true;
    }

    private static void Add<T>(Dictionary<string, T?> index, string name, T value)
        where T : class
    {
        var key = Simplify(name);
        index[key] = index.TryGetValue(key, out var known) && known != value ? null : value;
    }
}
