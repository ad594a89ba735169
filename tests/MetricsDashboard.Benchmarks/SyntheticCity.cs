using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Benchmarks;

/// <summary>
/// A city of any size: its catalogue as files, and the figures of all its units for a week as one long CSV. Counties answer short forms
/// themselves and one form with a row for each of their townships, as the real city does.
/// </summary>
/// <param name="Counties">Counties.</param>
/// <param name="Townships">Townships of each county.</param>
/// <param name="Forms">Forms that a county answers for itself.</param>
/// <param name="Elements">Elements of every form.</param>
public sealed record SyntheticCity(int Counties, int Townships, int Forms, int Elements)
{
    private const string City = "900000";
    private const string TownshipForm = "townships";

    /// <summary>100,000 rows: 100 counties with 46 townships each, 4 forms of 20 elements and one of townships.</summary>
    public static SyntheticCity HundredThousand { get; } = new(Counties: 100, Townships: 46, Forms: 4, Elements: 20);

    /// <summary>Rows of a week.</summary>
    public int Rows => Counties * Elements * (Forms + Townships);

    /// <summary>Forms of a week, one for each county: what is taken whole or not at all.</summary>
    public int Submissions => Counties * (Forms + 1);

    /// <summary>Writes the catalogue as the program's first start reads it.</summary>
    public void WriteCatalogue(string directory)
    {
        Directory.CreateDirectory(directory);
        var units = Enumerable.Range(0, Counties).SelectMany(county => Enumerable.Range(0, Townships)
            .Select(town => $"{Township(county, town)},第{county + 1}县第{town + 1}乡,{county + 1}县{town + 1}乡,Township,{County(county)},{town},,,yes,,")
            .Prepend($"{County(county)},第{county + 1}县,{county + 1}县,County,{City},{county},县（市、区）,yes,yes,,"));
        Write(directory, "units.csv", "code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to", units.Prepend($"{City},合成市,全市,City,,0,,,yes,,"));
        Write(directory, "forms.csv", "code,name,asked_of,supplied_by,rows,note", FormCodes.Select(form => $"{form},{form}表,County,unit,{(form == TownshipForm ? "Township" : "None")},"));
        Write(
            directory,
            "elements.csv",
            "code,name,measure,nature,form,observed_at,max_element,roll_up,range,optional,when_missing,valid_from",
            FormCodes.SelectMany(form => Enumerable.Range(0, Elements).Select(i =>
                $"{Element(form, i)},{form}第{i + 1}项,件,stock,{form},{(form == TownshipForm ? "Township" : "County")},{(i % 2 == 1 ? Element(form, i - 1) : "")},sum,,,carry,")));
        Write(directory, "indicators.csv", "code,internal_no,name,kind,numerator,denominator,unit,decimals,text_style,direction,in_report,min_base,valid_from", []);
    }

    /// <summary>A week's figures: unit, week, element, value. Every second element stays within the one before it.</summary>
    public byte[] Figures(ReportingWeek week, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("unit,week,element,value\n");
        for (var county = 0; county < Counties; county++)
        {
            foreach (var form in FormCodes)
            {
                var units = form == TownshipForm ? Enumerable.Range(0, Townships).Select(town => Township(county, town)) : [County(county)];
                foreach (var unit in units)
                {
                    var bound = 0;
                    for (var i = 0; i < Elements; i++)
                    {
                        bound = i % 2 == 0 ? random.Next(1_000, 100_000) : random.Next(bound + 1);
                        text.Append(CultureInfo.InvariantCulture, $"{unit},{week},{Element(form, i)},{bound}\n");
                    }
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private IEnumerable<string> FormCodes => Enumerable.Range(0, Forms).Select(i => $"form{i}").Append(TownshipForm);

    private static string County(int county) => string.Create(CultureInfo.InvariantCulture, $"9{county:00000}c");

    private static string Township(int county, int town) => string.Create(CultureInfo.InvariantCulture, $"9{county:00000}{town:000}");

    private static string Element(string form, int i) => string.Create(CultureInfo.InvariantCulture, $"{form}_{i:000}");

    private static void Write(string directory, string file, string heading, IEnumerable<string> lines) =>
        File.WriteAllLines(Path.Combine(directory, file), lines.Prepend(heading));
}
