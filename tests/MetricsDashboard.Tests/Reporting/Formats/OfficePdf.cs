using System.Diagnostics;
using System.Globalization;

namespace MetricsDashboard.Tests.Reporting.Formats;

/// <summary>
/// Converts Word files with LibreOffice in a profile of its own. The commercial faces that the files name are replaced by free ones through a font
/// configuration, as an administrator would do. AR PL KaitiM GB stands for 仿宋_GB2312, because it too holds the characters of GB 2312 and no others.
/// </summary>
public sealed class OfficePdf : IDisposable
{
    private const string FontConfiguration = """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
        <fontconfig>
          <include>/etc/fonts/fonts.conf</include>
          <alias binding="same"><family>仿宋_GB2312</family><prefer><family>AR PL KaitiM GB</family></prefer></alias>
          <alias binding="same"><family>仿宋</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
          <alias binding="same"><family>楷体_GB2312</family><prefer><family>LXGW WenKai</family></prefer></alias>
          <alias binding="same"><family>楷体</family><prefer><family>LXGW WenKai</family></prefer></alias>
          <alias binding="same"><family>黑体</family><prefer><family>Noto Sans CJK SC</family></prefer></alias>
          <alias binding="same"><family>方正小标宋简体</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
          <alias binding="same"><family>宋体</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
        </fontconfig>
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("office-");
    private int files;

    public Pdf Of(byte[] docx)
    {
        var name = (++files).ToString(CultureInfo.InvariantCulture);
        var source = Path.Combine(folder.FullName, name + ".docx");
        File.WriteAllBytes(source, docx);
        var fonts = Path.Combine(folder.FullName, "fonts.conf");
        File.WriteAllText(fonts, FontConfiguration);
        Run("soffice", fonts, $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, source);
        return new Pdf(Path.Combine(folder.FullName, name + ".pdf"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static byte[] Run(string program, string? fonts, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (fonts is not null)
            start.Environment["FONTCONFIG_FILE"] = fonts;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }

    /// <summary>A converted file, read with poppler's tools.</summary>
    public sealed class Pdf(string file)
    {
        public int Pages => int.Parse(
            Text("pdfinfo", file).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))["Pages:".Length..],
            CultureInfo.InvariantCulture);

        /// <summary>Without spaces: an office sets Chinese and digits apart, which reads as a space.</summary>
        public string[] Lines(int page) => Text("pdftotext", "-layout", "-f", Number(page), "-l", Number(page), file, "-")
            .Replace(" ", "", StringComparison.Ordinal)
            .Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        /// <summary>Of the whole file: LibreOffice lists the same fonts on each page.</summary>
        public string[] Fonts() => [.. Text("pdffonts", file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split(' ')[0])];

        public int PixelsNear(int page, int red, int green, int blue)
        {
            // A PPM: three header lines, then three bytes for each pixel.
            var image = Run("pdftoppm", null, "-r", "72", "-f", Number(page), "-l", Number(page), file);
            var pixels = image.AsSpan(HeaderLength(image));
            var count = 0;
            for (var at = 0; at + 2 < pixels.Length; at += 3)
            {
                if (Math.Abs(pixels[at] - red) < 24 && Math.Abs(pixels[at + 1] - green) < 24 && Math.Abs(pixels[at + 2] - blue) < 24)
                    count++;
            }

            return count;
        }

        private static int HeaderLength(byte[] image)
        {
            var length = 0;
            for (var line = 0; line < 3; line++)
                length = Array.IndexOf(image, (byte)'\n', length) + 1;
            return length;
        }

        private static string Text(string program, params string[] arguments) => System.Text.Encoding.UTF8.GetString(Run(program, null, arguments));

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
