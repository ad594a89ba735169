using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>Which column of a table holds which of ours.</summary>
internal sealed class CaseColumns
{
    /// <summary>Not one of ours.</summary>
    public const int None = -1;

    public static readonly string[] Obligatory = ["case_no", "version", "unit", "item_code", "accepted_at", "status"];
    private static readonly Dictionary<string, int> Own = Enumerable.Range(0, CaseRow.Columns.Count).ToDictionary(i => CaseRow.Columns[i], i => i, StringComparer.OrdinalIgnoreCase);
    private static readonly IReadOnlyList<string> Chinese = CaseRow.ColumnNames;

    private readonly int[] ours;

    private CaseColumns(int[] ours, int mark) => (this.ours, Mark) = (ours, mark);

    public int Count => ours.Length;

    /// <summary>The column that is told to the layout; <see cref="None"/> where there is none.</summary>
    public int Mark { get; }

    /// <summary>Our column that one of the table's holds, or <see cref="None"/>.</summary>
    public int this[int column] => column < ours.Length ? ours[column] : None;

    public static int Find(string own) => Own.TryGetValue(own, out var column) ? column : None;

    /// <summary>The names by which our columns are known in a source, each with our column.</summary>
    public static IEnumerable<(string Name, int Column)> Names(CaseLayout layout)
    {
        foreach (var (name, own) in layout.Fields)
        {
            if (Find(own) is var column and not None) yield return (name, column);
        }

        foreach (var own in CaseRow.Columns)
        {
            if (!layout.Fields.ContainsKey(own)) yield return (own, Own[own]);
        }
    }

    /// <summary>Does a heading name the case number?</summary>
    public static bool HasCaseNo(IReadOnlyList<string> heading, CaseLayout layout)
    {
        foreach (var (name, column) in Names(layout))
        {
            if (column == 0 && heading.Contains(name, StringComparer.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Understands a heading.</summary>
    /// <exception cref="CaseFileException">A column that cannot be missing is missing, or one stands there twice.</exception>
    public static CaseColumns Of(IReadOnlyList<string> heading, CaseLayout layout)
    {
        var ours = new int[heading.Count];
        Array.Fill(ours, None);
        var taken = new string?[CaseRow.Columns.Count];
        for (var i = 0; i < heading.Count; i++)
        {
            if (Mapped(heading[i], layout) is var column and not None) Take(i, column);
        }

        for (var i = 0; i < heading.Count; i++)
        {
            // Our own name stands for a column that the mapping names otherwise only where that one is not there.
            if (ours[i] == None && !layout.Fields.ContainsKey(heading[i]) && Find(heading[i]) is var column and not None
                && (taken[column] is not { } other || Find(other) == column)) Take(i, column);
        }

        var missing = Obligatory.Where(name => taken[Own[name]] is null).Select(name => Named(name, layout)).ToList();
        if (missing.Count > 0) throw new CaseFileException(
            $"缺少必需的列：{string.Join("、", missing)}。文件里的列是：{string.Join("、", heading.Take(40).Select(Shown))}。请补上这些列，或在数据源的字段对应里写明它们叫什么。");
        var mark = layout.MarkField.Length == 0 ? None : IndexOf(heading, layout.MarkField);
        return new CaseColumns(ours, mark);

        void Take(int i, int column)
        {
            if (taken[column] is not null) throw new CaseFileException($"{Named(CaseRow.Columns[column], layout)}有两列（{Shown(taken[column]!)}和{Shown(heading[i])}），请只留一列。");
            (taken[column], ours[i]) = (heading[i], column);
        }
    }

    private static int Mapped(string name, CaseLayout layout) => layout.Fields.TryGetValue(name, out var own) ? Find(own) : None;

    private static int IndexOf(IReadOnlyList<string> heading, string name)
    {
        for (var i = 0; i < heading.Count; i++)
        {
            if (string.Equals(heading[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return None;
    }

    private static string Named(string own, CaseLayout layout)
    {
        foreach (var (name, mapped) in layout.Fields)
        {
            if (string.Equals(mapped, own, StringComparison.OrdinalIgnoreCase)) return $"{Chinese[Own[own]]}（{name}）";
        }

        return $"{Chinese[Own[own]]}（{own}）";
    }

    private static string Shown(string name) => name.Length == 0 ? "（空白）" : name.Length > 30 ? name[..30] + "……" : name;

    /// <summary>The Chinese name of one of our columns.</summary>
    public static string Name(int column) => Chinese[column];
}
