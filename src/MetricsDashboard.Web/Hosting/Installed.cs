using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Hosting;

/// <summary>What this installation is; known once the start has created or found the database.</summary>
public sealed class Installed
{
    private Catalogue? catalogue;

    /// <summary>Filled with demonstration data, once and for all.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>Nothing looks before this week.</summary>
    public ReportingWeek FirstWeek { get; private set; }

    /// <summary>The catalogue in force.</summary>
    public Catalogue Catalogue => catalogue ?? throw new InvalidOperationException("The installation has not started yet.");

    public void Start(ReportingWeek firstWeek, bool isDemonstration, Catalogue inForce)
    {
        FirstWeek = firstWeek;
        IsDemonstration = isDemonstration;
        catalogue = inForce;
    }
}
