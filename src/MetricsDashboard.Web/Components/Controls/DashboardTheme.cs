using MudBlazor;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>
/// Colours and fonts. Red and yellow mean cards and lights, so the interface itself is blue and grey. Every text colour reaches a contrast of
/// 4.5 : 1 on its background in light and in dark (tested); states are told apart by words and shapes too, never by colour alone.
/// </summary>
internal static class DashboardTheme
{
    private static readonly string[] Fonts =
        ["PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B5394",
            PrimaryContrastText = "#FFFFFF",
            Secondary = "#3D5A73",
            SecondaryContrastText = "#FFFFFF",
            Tertiary = "#5B3E8C",
            Info = "#0B5394",
            InfoContrastText = "#FFFFFF",
            Success = "#00674F",
            SuccessContrastText = "#FFFFFF",
            Warning = "#8A5300",
            WarningContrastText = "#FFFFFF",
            Error = "#B3261E",
            ErrorContrastText = "#FFFFFF",
            TextPrimary = "#1B2530",
            TextSecondary = "#4A5865",
            TextDisabled = "#5F6B76",
            ActionDefault = "#4A5865",
            ActionDisabled = "#5F6B76",
            ActionDisabledBackground = "#E4E8EC",
            Background = "#F4F6F8",
            BackgroundGray = "#EAEEF2",
            Surface = "#FFFFFF",
            DrawerBackground = "#FFFFFF",
            DrawerText = "#1B2530",
            DrawerIcon = "#4A5865",
            AppbarBackground = "#0B3A66",
            AppbarText = "#FFFFFF",
            LinesDefault = "#D3DAE1",
            LinesInputs = "#6B7884",
            TableLines = "#DDE3E9",
            Divider = "#DDE3E9",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8CC2F5",
            PrimaryContrastText = "#0A1D2E",
            Secondary = "#AFC3D6",
            SecondaryContrastText = "#10202E",
            Tertiary = "#CDB6F2",
            Info = "#8CC2F5",
            InfoContrastText = "#0A1D2E",
            Success = "#6FD3B0",
            SuccessContrastText = "#062A20",
            Warning = "#F2BE66",
            WarningContrastText = "#2B1B00",
            Error = "#FFA79E",
            ErrorContrastText = "#3A0A06",
            TextPrimary = "#E8EDF2",
            TextSecondary = "#B4C0CB",
            TextDisabled = "#97A4B0",
            ActionDefault = "#B4C0CB",
            ActionDisabled = "#97A4B0",
            ActionDisabledBackground = "#2C3742",
            Background = "#11181F",
            BackgroundGray = "#18212A",
            Surface = "#1A232C",
            DrawerBackground = "#161E26",
            DrawerText = "#E8EDF2",
            DrawerIcon = "#B4C0CB",
            AppbarBackground = "#0C1E30",
            AppbarText = "#E8EDF2",
            LinesDefault = "#33404C",
            LinesInputs = "#8796A4",
            TableLines = "#2E3A45",
            Divider = "#2E3A45",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.5rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.2rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "1.05rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
