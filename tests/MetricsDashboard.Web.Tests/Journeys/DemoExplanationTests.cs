using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>Any number leads back to the line of the file that brought it.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class DemoExplanationTests(DemoServer demo)
{
    private const int Chosen = 50;

    private readonly Dictionary<string, string[]> samples = [];

    [Fact]
    public async Task Explain_FiftyRandomNumbers_LeadToFileRowAndColumn()
    {
        var numbers = (await demo.SnapshotsAsync()).Select(line => line.Split(','))
            .Where(row => row[5].Length > 0 && !row[2].StartsWith("reporting-", StringComparison.Ordinal)).ToList();
        var random = new Random(20200927);
        using var api = await demo.ApiAsync();
        for (var i = 0; i < Chosen; i++) await ExplainAsync(api, numbers[random.Next(numbers.Count)]);
    }

    private async Task ExplainAsync(HttpClient api, string[] row)
    {
        var address = $"explain?indicator={row[2]}&unit={row[1]}&week={row[0]}";
        using var answer = JsonDocument.Parse(await api.GetStringAsync(address));
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal((row[3], row[4], row[5]), (Number(result, "numerator"), Number(result, "denominator"), result.GetProperty("text").GetString()!));
        var values = answer.RootElement.GetProperty("parts").EnumerateArray().SelectMany(part => part.GetProperty("values").EnumerateArray()).ToList();
        Assert.True(values.Count > 0, address);
        foreach (var value in values)
        {
            var observation = value.GetProperty("observation");
            var place = PlacePattern().Match(observation.GetProperty("cell").GetString()!);
            Assert.True(place.Success, $"{address}: {observation}");
            Assert.StartsWith("各单位_", value.GetProperty("fileName").GetString(), StringComparison.Ordinal);
            var sample = Sample(observation.GetProperty("week").GetString()!);
            var column = Array.IndexOf(sample[0].Split(','), place.Groups[2].Value);
            var line = sample[int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) - 1].Split(',');
            Assert.Equal(
                (observation.GetProperty("unit").GetString(), observation.GetProperty("week").GetString(), observation.GetProperty("element").GetString()),
                (line[0], line[1], line[2]));
            Assert.Equal(Number(observation, "value"), line[column]);
        }
    }

    private string[] Sample(string week)
    {
        if (!samples.TryGetValue(week, out var lines))
            samples[week] = lines = File.ReadAllLines(Path.Combine(MetricsProcess.Repository, "db", "samples", "demo", week + ".csv"));
        return lines;
    }

    private static string Number(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "";

    [GeneratedRegex("^第([0-9]+)行“(.+)”$")]
    private static partial Regex PlacePattern();
}
