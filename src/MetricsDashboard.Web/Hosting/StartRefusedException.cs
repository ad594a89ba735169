namespace MetricsDashboard.Web.Hosting;

/// <summary>The program cannot do what it was started for. The message is for whoever started it; the process ends with exit code 2.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
