using System.Runtime.CompilerServices;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>A form of a unit and week: what is taken whole or not at all.</summary>
internal readonly record struct SentKey(Unit Asked, Form Form, ReportingWeek Week)
{
    public bool Equals(SentKey other) => ReferenceEquals(Asked, other.Asked) && ReferenceEquals(Form, other.Form) && Week == other.Week;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Asked), RuntimeHelpers.GetHashCode(Form), Week.Key);
}

/// <summary>An element of a row unit. Both come from one catalogue, so their identity is enough, and much faster over 100,000 rows.</summary>
internal readonly record struct ValueKey(DataElement Element, Unit RowUnit)
{
    public bool Equals(ValueKey other) => ReferenceEquals(Element, other.Element) && ReferenceEquals(RowUnit, other.RowUnit);

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Element), RuntimeHelpers.GetHashCode(RowUnit));
}

/// <summary>What a value is about.</summary>
internal readonly record struct Subject(SentKey Key, DataElement Element, Unit RowUnit);

/// <summary>A value with what it is about.</summary>
internal readonly record struct SentValue(DataElement Element, Unit RowUnit, RawEntry Entry);

/// <summary>The values of a form as they were sent; so many are expected.</summary>
internal sealed class SentForm(SentKey key, int expected)
{
    private readonly Dictionary<ValueKey, int> index = new(expected);
    private readonly List<SentValue> values = new(expected);
    private readonly List<SentValue> repeated = [];

    public SentKey Key => key;

    public IReadOnlyList<SentValue> Values => values;

    /// <summary>Values whose unit and element stood there already.</summary>
    public IReadOnlyList<SentValue> Repeated => repeated;

    public int Count => values.Count + repeated.Count;

    public bool IsBlank { get; private set; } = true;

    public RawEntry First => values[0].Entry;

    public void Add(Subject subject, RawEntry entry)
    {
        IsBlank &= entry.Kind is CellKind.Blank;
        var value = new SentValue(subject.Element, subject.RowUnit, entry);
        if (index.TryAdd(new ValueKey(subject.Element, subject.RowUnit), values.Count)) values.Add(value);
        else repeated.Add(value);
    }

    /// <summary>Where the value of an element and unit stands in <see cref="Values"/>; -1 where there is none.</summary>
    public int IndexOf(DataElement element, Unit rowUnit) => index.TryGetValue(new ValueKey(element, rowUnit), out var at) ? at : -1;
}
