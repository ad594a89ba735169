namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The line below a printed form. Who reviews and on which day is written by hand.</summary>
/// <param name="Responsible">负责人; blank where nobody is known.</param>
/// <param name="Reporter">填表人; blank where nobody is known.</param>
/// <param name="Phone">联系电话; blank where none is known.</param>
public sealed record PrintedSignature(string Responsible, string Reporter, string Phone)
{
    /// <summary>Room for what is written by hand, in characters.</summary>
    private const int Room = 7;

    public static PrintedSignature Blank { get; } = new("", "", "");

    internal string Line => $"{Field("负责人", Responsible)}{Field("审核人", "")}{Field("填表人", Reporter)}{Field("联系电话", Phone)}报出日期：　　　　　";

    private static string Field(string label, string value) => $"{label}：{value}{new string('　', Math.Max(value.Length == 0 ? 0 : 2, Room - value.Length))}";
}
