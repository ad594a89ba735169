using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Formats;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The sender's own workbook with what is wrong marked where it stands; nothing else of it changes, so it can be corrected and sent again.</summary>
public static class MarkedCopy
{
    private static readonly HashSet<string> Unopened = new(StringComparer.Ordinal)
    {
        IssueCodes.EmptyFile, IssueCodes.UnknownFormat, IssueCodes.PasswordProtected, IssueCodes.TooLarge, IssueCodes.Damaged,
    };

    /// <summary>Marks an .xlsx that its reader could open: faulty cells red, each with a comment; a second marking replaces the first.</summary>
    /// <param name="bytes">The file as it was sent.</param>
    /// <param name="issues">What its check found.</param>
    /// <returns>The copy and the extension that it must have; null where the file is no .xlsx, or was not opened.</returns>
    public static (byte[] Bytes, string Extension)? Mark(byte[] bytes, IReadOnlyList<IntakeIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes is not [0x50, 0x4B, ..] || !WasOpened(issues)) return null;
        try
        {
            using var stream = new MemoryStream();
            stream.Write(bytes);
            string extension;
            using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            {
                if (document.WorkbookPart is not { Workbook: not null } book || !MarkSheets(book, issues)) return null;
                extension = document.DocumentType is SpreadsheetDocumentType.MacroEnabledWorkbook or SpreadsheetDocumentType.MacroEnabledTemplate ? ".xlsm" : ".xlsx";
            }

            return (stream.ToArray(), extension);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or UriFormatException)
        {
            // Some writers leave parts that readers pass over and that cannot be written again; the sender then gets our own table.
            return null;
        }
    }

    /// <summary>Could the file be read at all? What is wrong with a row or cell of it does not hinder.</summary>
    internal static bool WasOpened(IReadOnlyList<IntakeIssue> issues) => !issues.Any(issue => issue.Cell is null && Unopened.Contains(issue.Code));

    private static bool MarkSheets(WorkbookPart book, IReadOnlyList<IntakeIssue> issues)
    {
        var sheets = book.Workbook!.Descendants<Sheet>().Where(sheet => sheet.Id?.Value is not null)
            .Select(sheet => (Name: WorkbookSheet.Comparable(sheet.Name?.Value ?? ""), Part: book.GetPartById(sheet.Id!.Value!) as WorksheetPart))
            .Where(sheet => sheet.Part is { Worksheet: not null }).ToList();
        if (sheets.Count == 0) return false;
        var known = sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        var bySheet = issues.ToLookup(issue => issue.Sheet is { } name && known.Contains(WorkbookSheet.Comparable(name)) ? WorkbookSheet.Comparable(name) : sheets[0].Name, StringComparer.Ordinal);
        var styles = new MarkStyles(book);
        foreach (var (name, part) in sheets) new SheetMarks(part!, styles).Replace([.. bySheet[name]], isOwn: issue => issue.Sheet is { } sheet && WorkbookSheet.Comparable(sheet) == name);
        return true;
    }
}
