using System.IO.Compression;
using System.Text;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>
/// The texts that the cells of a workbook share, as bytes in a few large pieces: a workbook of half a million cases has some millions of
/// them, and as strings they alone would fill the memory.
/// </summary>
internal sealed class SharedTexts
{
    private const int PieceSize = 1024 * 1024;
    private readonly List<byte[]> pieces = [];
    private readonly List<int[]> starts = [];
    private int used = PieceSize;
    private int count;

    private SharedTexts()
    {
    }

    /// <exception cref="CaseFileException">They are too many.</exception>
    public static SharedTexts Read(ZipArchive zip)
    {
        var texts = new SharedTexts();
        if (zip.GetEntry("xl/sharedStrings.xml") is not { } entry) return texts;
        using var xml = SheetScan.Open(entry);
        var text = new CellText();
        while (xml.Read())
        {
            if (!CellText.IsElement(xml, "si")) continue;
            text.ReadRuns(xml);
            texts.Add(text.Span);
        }

        return texts;
    }

    /// <summary>Puts a text into a buffer; false where there is none of that number.</summary>
    public bool TryGet(int number, CellText into)
    {
        if (number < 0 || number >= count) return false;
        var at = starts[number / PieceSize][number % PieceSize];
        var (piece, offset) = (pieces[at / PieceSize], at % PieceSize);
        var length = piece[offset] | (piece[offset + 1] << 8);
        into.Set(piece.AsSpan(offset + 2, length));
        return true;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        // A longer text is a fault of its row; what is kept is enough to see that.
        if (text.Length > CaseLimits.Text + 1) text = text[..(CaseLimits.Text + 1)];
        var length = Encoding.UTF8.GetByteCount(text);
        if (used + length + 2 > PieceSize)
        {
            if ((long)pieces.Count * PieceSize >= CaseLimits.SharedText) throw new CaseFileException("工作簿里不同的文字太多：请另存为 CSV 后重新提供。");
            pieces.Add(new byte[PieceSize]);
            used = 0;
        }

        if (count % PieceSize == 0) starts.Add(new int[count == 0 ? PieceSize / 16 : PieceSize]);
        var block = starts[^1];
        if (count % PieceSize == block.Length) Array.Resize(ref block, Math.Min(PieceSize, 4 * block.Length));
        starts[^1] = block;
        block[count++ % PieceSize] = ((pieces.Count - 1) * PieceSize) + used;
        var piece = pieces[^1].AsSpan(used);
        (piece[0], piece[1]) = ((byte)length, (byte)(length >> 8));
        used += 2 + Encoding.UTF8.GetBytes(text, piece[2..]);
    }
}
