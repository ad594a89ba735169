using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>The versions of one case, in their order.</summary>
internal sealed class CaseTelling(CaseDays days, Dice dice, IReadOnlyList<List<CaseVersion>> deliveries)
{
    private int number;
    private Card shown;

    /// <summary>A case from before the first week: as it stood, in one version.</summary>
    public void Begin(Spell spell)
    {
        var (card, at) = spell switch
        {
            { RedAt: < 0 } => (Card.Red, days.Morning(spell.Mistaken ? days.End(-1) : spell.Statutory + 1, dice)),
            { YellowAt: < 0 } => (Card.Yellow, days.Morning(spell.Promised + 1, dice)),
            { WarnedAt: < 0 } => (Card.Warning, days.Morning(spell.Promised - 1, dice)),
            _ => (Card.None, spell.Life.AcceptedAt),
        };
        number = (int)card;
        Add(spell, 0, at, card);
    }

    /// <summary>Accepted, or with new time limits; within one working day of the promised one the warning comes with it.</summary>
    public void Begin(Spell spell, DateTime at, int day) =>
        Add(spell, spell.Begun, at, spell.WarnedAt == spell.Begun && spell.Promised - 1 <= day ? Card.Warning : Card.None);

    /// <summary>The cards of a spell, each in the morning after the day on which a time limit ended.</summary>
    public void Turn(Spell spell, int end)
    {
        if (spell.WarnedAt is >= 0 and < Spell.Never && shown is Card.None) Add(spell, spell.WarnedAt, days.Morning(spell.Promised - 1, dice), Card.Warning);
        var red = spell.RedAt is < 0 or Spell.Never ? int.MaxValue
            : spell.Mistaken ? dice.Between(days.Begin(spell.RedAt) + 1, days.End(spell.RedAt))
            : spell.Statutory + 1;
        // What turns yellow and red on the same morning, or is red by mistake, is not yellow first.
        var yellow = spell.YellowAt is >= 0 and < Spell.Never ? spell.YellowAt : spell.YellowAt == Spell.Never && !spell.Mistaken ? spell.RedAt : Spell.Never;
        if (yellow is >= 0 and < Spell.Never && spell.Promised + 1 < red) Add(spell, yellow, days.Morning(spell.Promised + 1, dice), Card.Yellow);
        if (red < int.MaxValue) Add(spell, spell.RedAt, days.Morning(red, dice), Card.Red);
        if (spell.FirstCause is null) return;
        var found = end > days.Begin(spell.Until) ? spell.Until : spell.Until - 1;
        Add(spell, found, days.OfficeHours(found, end - 1, dice), Card.Red, cause: spell.Cause);
    }

    public void Complete(Spell spell, DateTime at) => Add(spell, spell.Until, at, Card.None, completed: true);

    private void Add(Spell spell, int step, DateTime at, Card card, CardCause? cause = null, bool completed = false)
    {
        shown = card;
        var given = card is Card.Yellow or Card.Red ? cause ?? spell.FirstCause ?? spell.Cause : (CardCause?)null;
        deliveries[step].Add(new CaseVersion(spell, ++number, at, card, given, completed));
    }
}
