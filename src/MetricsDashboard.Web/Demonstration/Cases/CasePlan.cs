namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>
/// Decides which of a unit's cases comes, goes and turns in which step, so that at each step's end as many are open and as many have each
/// card as the files say.
/// </summary>
internal sealed class CasePlan
{
    private const int MistakesOneIn = 300;

    private readonly UnitCounts counts;
    private readonly int present;
    private readonly Dice dice;

    // The open cases at the end of the step before, by card.
    private List<Spell> none = [];
    private List<Spell> warned = [];
    private List<Spell> yellow = [];
    private List<Spell> red = [];

    private CasePlan(UnitCounts counts, Dice dice)
    {
        this.counts = counts;
        this.dice = dice;
        present = counts.Weeks.Count;
    }

    /// <summary>The first spell of every case.</summary>
    public static IReadOnlyList<Spell> Of(UnitCounts counts, Dice dice)
    {
        var plan = new CasePlan(counts, dice);
        var spells = plan.Backlog();
        for (var step = 0; step < plan.present; step++)
        {
            spells.AddRange(plan.Take(step, counts.Weeks[step]));
            plan.Check(step, counts.Weeks[step]);
        }

        spells.AddRange(plan.Take(plan.present, counts.Present(dice)));
        return spells;
    }

    private List<Spell> Backlog()
    {
        var before = counts.Before;
        var spells = Accept(-1, before.Open);
        none = [.. spells];
        warned = Draw(before.Warned, none);
        yellow = Draw(before.Yellow, none);
        red = Draw(before.Red, none);
        foreach (var spell in warned) spell.WarnedAt = -1;
        foreach (var spell in yellow) spell.YellowAt = -1;
        foreach (var spell in red) (spell.YellowAt, spell.RedAt, spell.Mistaken) = (-1, -1, IsMistake());
        return spells;
    }

    /// <summary>One step; returns the cases that were accepted in it.</summary>
    private List<Spell> Take(int step, CaseCounts wanted)
    {
        var accepted = Accept(step, wanted.Accepted);
        var fresh = new List<Spell>(accepted);
        CompleteLate(step, wanted.Late);
        var renewed = new List<Spell>();
        var newRed = TurnRed(step, wanted.Red, renewed);
        var newYellow = TurnYellow(step, wanted.Yellow, renewed);
        CompleteInTime(step, wanted.Completed - wanted.Late, fresh);
        var soon = Draw(Math.Min(fresh.Count, dice.Share(wanted.Warned, 350)), fresh);
        soon.AddRange(Draw(wanted.Warned - soon.Count, none, fresh));
        foreach (var spell in soon) spell.WarnedAt = step;
        // Whoever was warned of and neither completed nor late got more time.
        renewed.AddRange(Renew(step, warned));

        warned = soon;
        yellow.AddRange(newYellow);
        red.AddRange(newRed);
        none.AddRange(fresh);
        none.AddRange(renewed);
        return accepted;
    }

    private List<Spell> Accept(int step, int count) => [.. Enumerable.Range(0, count).Select(_ => new Spell(new CaseLife(counts.Unit, step), step))];

    private void CompleteLate(int step, int count)
    {
        var late = Draw(Math.Min(red.Count, dice.Share(count, 350)), red);
        late.AddRange(Draw(Math.Min(Math.Min(yellow.Count, dice.Share(count, 400)), count - late.Count), yellow));
        if (step < present) late.AddRange(Draw(Math.Min(warned.Count, (count - late.Count + 1) / 2), warned));
        late.AddRange(step < present ? Draw(count - late.Count, none, yellow, red) : Draw(count - late.Count, yellow, red));
        foreach (var spell in late) (spell.Until, spell.End, spell.Mistaken) = (step, SpellEnd.CompletedLate, false);
    }

    private List<Spell> TurnRed(int step, int wanted, List<Spell> renewed)
    {
        // Some are cleared and others turn, also where the number stays the same.
        var cleared = Math.Max(0, red.Count - wanted) + dice.Share(Math.Min(red.Count, wanted), step == present ? 50 : 40 + (12 * step));
        var most = step == present ? yellow.Count : yellow.Count + warned.Count;
        cleared = Math.Max(Math.Max(0, red.Count - wanted), Math.Min(cleared, red.Count - wanted + most));
        renewed.AddRange(Renew(step, Draw(Math.Min(cleared, red.Count), red)));
        var turning = Draw(wanted - red.Count, step == present ? [yellow] : [yellow, warned, none]);
        foreach (var spell in turning) (spell.RedAt, spell.Mistaken) = (step, step < present && IsMistake());
        return turning;
    }

    private bool IsMistake() => dice.Below(MistakesOneIn) == 0;

    private List<Spell> TurnYellow(int step, int wanted, List<Spell> renewed)
    {
        renewed.AddRange(Renew(step, Draw(Math.Max(0, yellow.Count - wanted), yellow)));
        var missing = wanted - yellow.Count;
        var turning = Draw(Math.Min(warned.Count, step == present ? missing : dice.Share(missing, 850)), warned);
        if (step < present) turning.AddRange(Draw(missing - turning.Count, none, warned));
        foreach (var spell in turning) spell.YellowAt = step;
        return turning;
    }

    private void CompleteInTime(int step, int count, List<Spell> fresh)
    {
        var completed = Draw(Math.Min(fresh.Count, dice.Share(count, 280)), fresh);
        completed.AddRange(Draw(Math.Min(warned.Count, dice.Share(count, 350)), warned));
        while (completed.Count < count && none.Count > 0)
        {
            // Every other one came not long ago.
            var recent = dice.Chance(50) ? Math.Min(none.Count, 2 * count) : none.Count;
            completed.Add(Draw(none, none.Count - 1 - dice.Below(recent)));
        }

        completed.AddRange(Draw(count - completed.Count, fresh, warned));
        foreach (var spell in completed) (spell.Until, spell.End) = (step, SpellEnd.CompletedInTime);
    }

    private static IEnumerable<Spell> Renew(int step, IEnumerable<Spell> spells) => spells.Select(spell =>
    {
        (spell.Until, spell.End) = (step, SpellEnd.Renewed);
        return spell.Next = new Spell(spell.Life, step);
    });

    /// <summary>As many by lot, from the first list as long as it has any.</summary>
    private List<Spell> Draw(int count, params ReadOnlySpan<List<Spell>> lists)
    {
        var drawn = new List<Spell>(Math.Max(0, count));
        foreach (var list in lists)
            while (drawn.Count < count && list.Count > 0) drawn.Add(Draw(list, dice.Below(list.Count)));
        return drawn.Count >= count ? drawn : throw new InvalidOperationException($"{counts.Unit} lacks {count - drawn.Count} of {count} cases.");
    }

    private static Spell Draw(List<Spell> list, int index)
    {
        var drawn = list[index];
        list[index] = list[^1];
        list.RemoveAt(list.Count - 1);
        return drawn;
    }

    private void Check(int step, CaseCounts wanted)
    {
        var found = (warned.Count, yellow.Count, red.Count, none.Count + warned.Count + yellow.Count + red.Count);
        if (found != (wanted.Warned, wanted.Yellow, wanted.Red, wanted.Open))
            throw new InvalidOperationException($"{counts.Unit}, step {step}: {found} instead of {wanted}. The open cases do not follow from those of the week before.");
    }
}
