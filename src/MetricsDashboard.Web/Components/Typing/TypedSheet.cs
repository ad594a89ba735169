using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Components.Typing;

/// <summary>The cells of a form in rows and columns: one column of elements, or a row for each township.</summary>
public sealed class TypedSheet
{
    private readonly Dictionary<(string Element, string Unit), TypedCell> index;

    public TypedSheet(IReadOnlyList<IReadOnlyList<TypedCell>> rows)
    {
        Rows = rows;
        Cells = [.. rows.SelectMany(row => row)];
        index = Cells.ToDictionary(cell => cell.Key);
    }

    public IReadOnlyList<IReadOnlyList<TypedCell>> Rows { get; }

    public IReadOnlyList<TypedCell> Cells { get; }

    public IEnumerable<TypedCell> Conflicts => Cells.Where(cell => cell.Theirs is not null);

    /// <summary>Everything as it stands on the screen.</summary>
    public IReadOnlyList<TypedText> Texts => [.. Cells.Select(cell => new TypedText(cell.Element.Code, cell.Unit.Code, cell.Text))];

    public TypedCell? Find(string element, string unit) => index.GetValueOrDefault((element, unit));

    /// <summary>What is to be kept; what is in conflict waits until it is decided on.</summary>
    public IReadOnlyList<DraftChange> Changes() =>
        [.. Cells.Where(cell => cell is { IsDirty: true, Theirs: null }).Select(cell => new DraftChange(cell.Element.Code, cell.Unit.Code, cell.Text, cell.Version))];

    /// <summary>Takes over how the draft stands now.</summary>
    /// <param name="cells">All cells that somebody typed into.</param>
    /// <param name="sent">What was sent from this screen and was kept.</param>
    public void Take(IReadOnlyList<DraftCell> cells, IReadOnlyCollection<DraftChange> sent)
    {
        var mine = sent.ToDictionary(change => (change.Element, change.Unit), change => change.Text);
        foreach (var cell in cells) Find(cell.Element, cell.Unit)?.Take(cell, mine.TryGetValue((cell.Element, cell.Unit), out var text) && text == cell.Text);
    }

    /// <summary>Does the draft stand otherwise than this screen knows?</summary>
    public bool IsOutdated(IReadOnlyList<DraftCell> cells) =>
        cells.Any(now => Find(now.Element, now.Unit) is { } cell && (cell.Theirs ?? cell.Last)?.Version != now.Version);

    /// <summary>Has something of the draft that this screen knows of gone, because it was sent or thrown away?</summary>
    public bool IsGone(IReadOnlyList<DraftCell> cells)
    {
        var there = cells.Select(cell => (cell.Element, cell.Unit)).ToHashSet();
        return Cells.Any(cell => cell.Last is not null && !there.Contains(cell.Key));
    }

    /// <summary>Takes over from the same form, loaded earlier, what stood there and was not kept.</summary>
    public void Restore(TypedSheet before)
    {
        foreach (var cell in before.Cells.Where(cell => cell.IsDirty)) Find(cell.Element.Code, cell.Unit.Code)?.Restore(cell.Text, cell.Version);
    }

    /// <summary>Fills a block in from a cell on; what does not fit is said.</summary>
    /// <returns>What was pasted, a sentence in Chinese, and the cells that were filled.</returns>
    public (string Said, IReadOnlyList<TypedCell> Filled) Paste(int row, int column, PastedBlock block)
    {
        var filled = new List<TypedCell>();
        for (var i = 0; i < block.Rows.Count && row + i < Rows.Count; i++)
        {
            var cells = Rows[row + i];
            for (var j = 0; j < block.Rows[i].Count && column + j < cells.Count; j++)
            {
                cells[column + j].Text = block.Rows[i][j].Trim();
                filled.Add(cells[column + j]);
            }
        }

        var (rows, columns) = (Rows.Count - row, Rows[row].Count - column);
        var lost = new List<string>();
        if (block.Rows.Count > rows) lost.Add($"粘贴了{block.Rows.Count}行，表格从这一格起只有{rows}行，后{block.Rows.Count - rows}行没有填入");
        if (block.Columns > columns) lost.Add($"粘贴了{block.Columns}列，表格从这一格起只有{columns}列，后{block.Columns - columns}列没有填入");
        return (lost.Count > 0 ? string.Join("；", lost) + "，请核对。" : $"粘贴了{filled.Count}格。", filled);
    }
}
