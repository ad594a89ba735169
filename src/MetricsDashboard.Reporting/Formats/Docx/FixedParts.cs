using DocumentFormat.OpenXml.Packaging;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>The parts that are the same in every report: styles, fonts, settings. They are XML files beside this one.</summary>
internal static class FixedParts
{
    public static void AddTo(MainDocumentPart main)
    {
        Feed(main.AddNewPart<StyleDefinitionsPart>("rIdStyles"), "styles.xml");
        Feed(main.AddNewPart<FontTablePart>("rIdFonts"), "fontTable.xml");
        Feed(main.AddNewPart<DocumentSettingsPart>("rIdSettings"), "settings.xml");
    }

    private static void Feed(OpenXmlPart part, string file)
    {
        using var source = typeof(FixedParts).Assembly.GetManifestResourceStream(typeof(FixedParts), file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        part.FeedData(source);
    }
}
