using System.Globalization;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>A case of the demonstration from its acceptance on.</summary>
internal sealed class CaseLife(string unit, int begun)
{
    public string Unit { get; } = unit;

    /// <summary>The step in which it was accepted; -1 for before the first week.</summary>
    public int Begun { get; } = begun;

    public CaseItem Item { get; set; } = null!;

    public DateTime AcceptedAt { get; set; }

    /// <summary>Its place among all cases by acceptance.</summary>
    public int Sequence { get; set; }

    /// <summary>办件编号: area, month of the acceptance, sequence.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"{Unit.AsSpan(0, 6)}{AcceptedAt:yyyyMM}{Sequence:00000000}");
}

/// <summary>How a spell ends.</summary>
internal enum SpellEnd
{
    /// <summary>The case is still open.</summary>
    Standing,

    CompletedInTime,

    CompletedLate,

    /// <summary>The time limits were set anew, and its card cleared: by the provincial administrator, or because the time was suspended.</summary>
    Renewed,
}

/// <summary>
/// The time of a case under the same time limits. The plan says at the end of which steps it had which card first; the limits are found
/// from that.
/// </summary>
internal sealed class Spell(CaseLife life, int begun)
{
    public const int Never = 99;

    public CaseLife Life { get; } = life;

    public int Begun { get; } = begun;

    public int WarnedAt { get; set; } = Never;

    public int YellowAt { get; set; } = Never;

    public int RedAt { get; set; } = Never;

    /// <summary>The step in which it ended.</summary>
    public int Until { get; set; } = Never;

    public SpellEnd End { get; set; }

    /// <summary>Its red card is a fault of the system: the statutory time is not over.</summary>
    public bool Mistaken { get; set; }

    public Spell? Next { get; set; }

    public int Promised { get; set; }

    public int Statutory { get; set; }

    public CardCause Cause { get; set; }

    /// <summary>The cause that was given before the system was found to be at fault, the day before the card was cleared.</summary>
    public CardCause? FirstCause { get; set; }
}

/// <summary>A version of a case as the source gives it; a cause only with a yellow or red card.</summary>
internal readonly record struct CaseVersion(Spell Spell, int Number, DateTime At, Card Card, CardCause? Cause, bool IsCompleted);
