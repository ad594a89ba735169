using MudBlazor;

namespace MetricsDashboard.Web.Components.Layout;

/// <summary>Colours and type. The fonts are those that a Chinese desktop or phone has; none is fetched.</summary>
public static class Appearance
{
    private static readonly string[] Fonts =
        ["-apple-system", "BlinkMacSystemFont", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f4e8c",
            Secondary = "#8a4b00",
            Tertiary = "#20705e",
            AppbarBackground = "#17395f",
            Background = "#f6f7f9",
            Success = "#1b6e2e",
            Warning = "#8a5300",
            Error = "#b3261e",
            TextSecondary = "#555b64",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8ab4f0",
            Secondary = "#ffb870",
            Tertiary = "#7fd6c0",
            Success = "#81c995",
            Warning = "#fdd663",
            Error = "#f6aea9",
            PrimaryContrastText = "#10243f",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.6rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "1.05rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
