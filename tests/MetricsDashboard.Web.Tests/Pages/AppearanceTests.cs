using System.Collections;
using System.Globalization;
using System.Resources;
using MetricsDashboard.Web.Components.Controls;
using MudBlazor;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class AppearanceTests
{
    [Fact]
    public void Texts_OfTheComponentLibrary_AreAllInChinese()
    {
        using var stream = typeof(MudLocalizer).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!;
        using var reader = new ResourceReader(stream);
        var keys = reader.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);

        Assert.Equal(keys, ChineseLocalizer.Texts.Keys.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Palettes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Theme_EveryTextColour_ReachesAContrastOfFourAndAHalf(string name)
    {
        Palette palette = name == "dark" ? DashboardTheme.Theme.PaletteDark : DashboardTheme.Theme.PaletteLight;
        (MudBlazor.Utilities.MudColor Text, MudBlazor.Utilities.MudColor Ground)[] pairs =
        [
            .. from text in new[] { palette.TextPrimary, palette.TextSecondary, palette.Primary, palette.Success, palette.Warning, palette.Error }
               from ground in new[] { palette.Surface, palette.Background, palette.BackgroundGray }
               select (text, ground),
            (palette.PrimaryContrastText, palette.Primary),
            (palette.AppbarText, palette.AppbarBackground),
            (palette.DrawerText, palette.DrawerBackground),
        ];

        Assert.All(pairs, pair => Assert.True(Contrast(pair.Text, pair.Ground) >= 4.5, $"{pair.Text} on {pair.Ground}: {Contrast(pair.Text, pair.Ground).ToString("F2", CultureInfo.InvariantCulture)}"));
    }

    private static double Contrast(MudBlazor.Utilities.MudColor one, MudBlazor.Utilities.MudColor other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(MudBlazor.Utilities.MudColor colour) => 0.2126 * Linear(colour.R) + 0.7152 * Linear(colour.G) + 0.0722 * Linear(colour.B);

    private static double Linear(byte channel)
    {
        var part = channel / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
