using System.IO.Compression;
using System.Xml;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>
/// A sheet of cases in an .xlsx: the first one whose heading names the case number. Read by its XML and not by a library, because a
/// library keeps every text of the workbook as a string.
/// </summary>
internal static class CaseWorkbook
{
    public static IEnumerable<CaseEntry> Read(Stream stream, CaseLayout layout)
    {
        if (ZipInspection.Check(stream, CaseLimits.Workbook) is { } issue) throw Refused(issue);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = Guarded(() => Open(zip, layout) ?? throw new CaseFileException("工作簿是空的：没有表头。"));
        var rows = new CaseSheet(sheet, layout);
        while (Guarded(rows.Next) is { } entry) yield return entry;
    }

    public static bool HasCases(Stream stream, CaseLayout layout)
    {
        if (ZipInspection.Check(stream, CaseLimits.Workbook) is not null) return false;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = Guarded(() => Open(zip, layout));
        return sheet is not null && CaseColumns.HasCaseNo(sheet.Heading, layout);
    }

    /// <summary>The first sheet with cases; where there is none the first with anything, so that it can be said what it lacks.</summary>
    private static SheetRows? Open(ZipArchive zip, CaseLayout layout)
    {
        SheetRows? first = null;
        SharedTexts? texts = null;
        CellDates? dates = null;
        foreach (var (_, path) in SheetScan.Sheets(zip))
        {
            if (zip.GetEntry(path) is not { } part) throw Refused(FileIssue.Damaged());
            var rows = new SheetRows(SheetScan.Open(part), texts ??= SharedTexts.Read(zip), dates ??= CellDates.Read(zip));
            var hasHeading = rows.ReadHeading();
            if (hasHeading && CaseColumns.HasCaseNo(rows.Heading, layout))
            {
                first?.Dispose();
                return rows;
            }

            if (hasHeading && first is null) first = rows;
            else rows.Dispose();
        }

        return first;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault)
        {
            throw new CaseFileException("工作簿已损坏，读不到底：请用 Excel 或 WPS 打开后另存为 .xlsx 重新提供。", fault);
        }
        catch (InvalidDataException fault)
        {
            throw new CaseFileException("工作簿已损坏，读不到底：请用 Excel 或 WPS 打开后另存为 .xlsx 重新提供。", fault);
        }
    }

    private static CaseFileException Refused(IntakeIssue issue) => new(issue.Code switch
    {
        IssueCodes.TooLarge => $"{issue.Message.Split('，')[0]}：请分成几个文件，或另存为 CSV 后重新提供。",
        IssueCodes.UnknownFormat => $"{issue.Message.Split('：')[0]}：请提供 .xlsx、.csv 或 JSON 的办件文件。",
        _ => "工作簿已损坏，打不开：请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新提供。",
    });
}
