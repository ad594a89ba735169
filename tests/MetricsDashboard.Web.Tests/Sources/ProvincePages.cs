using System.Globalization;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>The bodies that the provincial system gives, with the faults of its rows.</summary>
internal sealed class ProvincePages
{
    private const string UnknownUnit = "市新设局";
    private const string UnknownCause = "疫情影响";
    private readonly HashSet<int> numbers = [];
    private readonly HashSet<int> objects = [];

    public ProvincePages(IReadOnlyList<CaseRow> cases, ProvinceFaults faults)
    {
        var random = new Random(faults.Seed);
        var rows = cases.ToArray();
        if (faults.VersionsOutOfOrder) random.Shuffle(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (faults.ClockOff != TimeSpan.Zero && rows[i].UpdatedAt.Length > 0)
                rows[i] = rows[i] with { UpdatedAt = (DateTime.Parse(rows[i].UpdatedAt, CultureInfo.InvariantCulture) + faults.ClockOff).ToString("s") };
            if (faults.UnknownWords && random.Next(200) == 0) rows[i] = random.Next(2) == 0 ? rows[i] with { Unit = UnknownUnit } : rows[i] with { Cause = UnknownCause };
            if (faults.WrongTypes && random.Next(100) == 0) numbers.Add(i);
            if (faults.WrongTypes && random.Next(200) == 0) objects.Add(i);
        }

        Rows = rows;
    }

    public IReadOnlyList<CaseRow> Rows { get; }

    /// <summary>Rows that cannot be read, because a text is an object.</summary>
    public int Faulty => objects.Count;

    /// <summary>Was this row served with an object for its item?</summary>
    public bool IsFaulty(int row) => objects.Contains(row);

    /// <summary>What changes later is not known yet; null for all.</summary>
    public DateTimeOffset? Present { get; set; }

    public int Count(string since) => Rows.Count(row => IsSince(row, since));

    /// <summary>{"code":0,"data":{"total":…,"items":[…],"next":…}}.</summary>
    public byte[] Body(int start, int size, string? next, string since = "")
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("code", 0);
            json.WriteStartObject("data");
            json.WriteNumber("total", Count(since));
            json.WriteStartArray("items");
            foreach (var (row, index) in Rows.Select((row, index) => (row, index)).Where(pair => IsSince(pair.row, since)).Skip(start).Take(size)) Write(json, row, index);
            json.WriteEndArray();
            json.WritePropertyName("next");
            json.WriteRawValue(next ?? "null");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public byte[] Csv() => Encoding.UTF8.GetBytes(string.Join("\r\n", Rows.Select(row => string.Join(',', row.Texts)).Prepend(string.Join(',', CaseRow.Columns))));

    private bool IsSince(CaseRow row, string since) =>
        string.CompareOrdinal(row.UpdatedAt, since) >= 0 && (Present is not { } present || DateTime.Parse(row.UpdatedAt, CultureInfo.InvariantCulture) <= present.DateTime);

    private void Write(Utf8JsonWriter json, CaseRow row, int index)
    {
        json.WriteStartObject();
        for (var column = 0; column < CaseRow.Columns.Count; column++)
        {
            var (name, text) = (CaseRow.Columns[column], row.Texts[column]);
            if (name == "version" && numbers.Contains(index)) json.WriteNumber(name, long.Parse(text, CultureInfo.InvariantCulture));
            else if (name == "item_code" && objects.Contains(index))
            {
                json.WriteStartObject(name);
                json.WriteString("code", text);
                json.WriteEndObject();
            }
            else if (text.Length == 0) json.WriteNull(name);
            else json.WriteString(name, text);
        }

        json.WriteEndObject();
    }
}
