using System.Globalization;
using System.Xml;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>What a cell holds besides its text.</summary>
internal enum CellFault
{
    None,

    /// <summary>#N/A and the like.</summary>
    Error,

    /// <summary>A formula whose result was not stored.</summary>
    NoResult,

    /// <summary>A number of more digits than Excel keeps.</summary>
    Rounded,

    /// <summary>A shared text that the workbook does not have.</summary>
    Missing,
}

/// <summary>The cells of a sheet, one after the other.</summary>
internal sealed class SheetRows(XmlReader xml, SharedTexts shared, CellDates dates) : IDisposable
{
    /// <summary>Excel keeps 15 digits; a longer number has lost its last ones.</summary>
    private const double Exact = 1e15;

    private readonly CellText text = new();
    private readonly char[] number = new char[32];
    private string? date;

    /// <summary>The texts of the first row that holds any, by column from 0.</summary>
    public IReadOnlyList<string> Heading { get; private set; } = [];

    /// <summary>The row that is being read, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Column of the cell, from 0.</summary>
    public int Column { get; private set; }

    public CellFault Fault { get; private set; }

    public ReadOnlySpan<char> Text => date is not null ? date : text.Span;

    public bool ReadHeading()
    {
        while (NextRow())
        {
            var names = new List<string>();
            while (NextCell())
            {
                if (Column >= CaseLimits.Columns) throw new CaseFileException($"表头超过{CaseLimits.Columns}列，请只留办件的列。");
                while (names.Count <= Column) names.Add("");
                names[Column] = new string(Text.Trim());
            }

            if (names.Any(name => name.Length > 0)) return (Heading = names).Count > 0;
        }

        return false;
    }

    public bool NextRow()
    {
        while (xml.Read())
        {
            if (!CellText.IsElement(xml, "row")) continue;
            Row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : Row + 1;
            Column = -1;
            return true;
        }

        return false;
    }

    public bool NextCell()
    {
        if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "row" && xml.IsEmptyElement) return false;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "row") return false;
            if (!CellText.IsElement(xml, "c")) continue;
            ReadCell();
            return true;
        }

        return false;
    }

    public void Dispose() => xml.Dispose();

    private void ReadCell()
    {
        var (type, style) = ReadAttributes();
        text.Clear();
        (date, Fault) = (null, CellFault.None);
        var hasFormula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType is not XmlNodeType.Element) continue;
                if (xml.LocalName == "v") text.ReadPlain(xml);
                else if (xml.LocalName == "f") hasFormula = true;
                else if (xml.LocalName == "is") text.ReadRuns(xml);
            }
        }

        if (text.Span.IsEmpty) Fault = hasFormula && type != 't' ? CellFault.NoResult : CellFault.None;
        else Understand(type, style);
    }

    /// <summary>The type by one letter: shared, e(rror), b(oolean), d(ate), t(ext); n(umber) where nothing is said.</summary>
    private (char Type, int Style) ReadAttributes()
    {
        var (type, style) = ('n', 0);
        Column++;
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r":
                    Column = ColumnOf(Value());
                    break;
                case "t":
                    var value = Value();
                    type = value is "inlineStr" or "str" ? 't' : value[0];
                    break;
                case "s":
                    style = int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
                    break;
            }
        }

        xml.MoveToElement();
        return (type, style);
    }

    private ReadOnlySpan<char> Value() => number.AsSpan(0, xml.ReadValueChunk(number, 0, number.Length)) is { Length: > 0 } value ? value : "n";

    private int ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c) || column > 16_384) break;
            column = (column * 26) + c - 'A' + 1;
        }

        return column == 0 ? Column : column - 1;
    }

    private void Understand(char type, int style)
    {
        switch (type)
        {
            case 's':
                if (!int.TryParse(text.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || !shared.TryGet(at, text)) Fault = CellFault.Missing;
                break;
            case 'e':
                Fault = CellFault.Error;
                break;
            case 'n' when double.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var value):
                date = dates.Text(value, style);
                if (date is not null) break;
                if (Math.Abs(value) >= Exact) Fault = CellFault.Rounded;
                else if (text.Span.ContainsAny('E', 'e', '.')) date = value.ToString("R", CultureInfo.InvariantCulture);
                break;
        }
    }
}
