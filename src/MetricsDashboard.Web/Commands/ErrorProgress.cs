namespace MetricsDashboard.Web.Commands;

/// <summary>Progress of long work, a line each on standard error, so that standard output stays what was asked for.</summary>
internal sealed class ErrorProgress(TextWriter error) : IProgress<string>
{
    public void Report(string value) => error.WriteLine(value);
}
