using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>
/// Finds the times of planned cases: acceptance, limits, ends. The limits are such that at each step's end the card that follows from them
/// is the one that the plan says, except where the plan says that a card is a mistake.
/// </summary>
internal sealed class CaseTimes(CaseDays days, CaseItems items, Dice dice, IReadOnlyList<List<CaseVersion>> deliveries)
{
    private const int Unknown = -1;

    /// <summary>A case with all its versions, each into the delivery of its step.</summary>
    public void Tell(Spell first)
    {
        var life = first.Life;
        var telling = new CaseTelling(days, dice, deliveries);
        var end = EndDay(first, Unknown);
        if (life.Begun < 0)
        {
            life.Item = items.Pick(dice.Chance(55) ? 60 : 15, IsRed(first), dice);
            SetLimits(first, Unknown, end);
            var day = Math.Max(0, Math.Min(first.Promised - life.Item.Promised, days.Begin(0) - 2 - dice.Below(30)));
            life.AcceptedAt = days.OfficeHours(life.Begun, day, dice);
        }
        else
        {
            var day = AcceptanceDay(first, end);
            life.AcceptedAt = days.OfficeHours(life.Begun, day, dice, day == end ? false : null);
            life.Item = items.Pick(Math.Max(1, Earliest(first, day, end) - day), IsRed(first), dice);
            SetLimits(first, day, end);
            telling.Begin(first, life.AcceptedAt, day);
        }

        for (var spell = first; spell is not null; spell = spell.Next)
        {
            SetCause(spell, end);
            if (spell == first && life.Begun < 0) telling.Begin(spell);
            telling.Turn(spell, end);
            if (spell.End is SpellEnd.Standing) break;
            var at = days.OfficeHours(spell.Until, end, dice, life.Begun == spell.Until ? true : null);
            if (spell.Next is null) telling.Complete(spell, at);
            else
            {
                var start = end;
                end = EndDay(spell.Next, start);
                SetLimits(spell.Next, start, end);
                telling.Begin(spell.Next, at, start);
            }
        }
    }

    private int AcceptanceDay(Spell spell, int end)
    {
        var (first, last) = (days.Begin(spell.Begun), days.End(spell.Begun));
        if (end != Unknown && spell.Until == spell.Begun) return dice.Chance(60) ? end : dice.Between(first, end);
        if (spell.Begun == days.Present) return dice.Chance(93) ? first : last;
        return dice.Between(first, last);
    }

    /// <summary>The day on which a spell ends.</summary>
    private int EndDay(Spell spell, int start)
    {
        if (spell.End is SpellEnd.Standing) return Unknown;
        var (step, first, last) = (spell.Until, days.Begin(spell.Until), days.End(spell.Until));
        // The card before the step decides: who was warned of has Monday left, who was not has more.
        var wasWarned = spell.WarnedAt == step - 1;
        var hadCard = Math.Min(spell.YellowAt, spell.RedAt) < step;
        if (spell.End is SpellEnd.CompletedLate && !hadCard) first += wasWarned ? 1 : 2;
        else if (wasWarned) last = first;
        if (step == days.Present) return first < last && dice.Chance(hadCard ? 30 : 5) ? last : first;
        return dice.Between(Math.Max(first, start), last);
    }

    /// <summary>The first day that the promised time may end on, so that the case had no card while it had none.</summary>
    private int Earliest(Spell spell, int start, int end)
    {
        var last = LastWithoutCard(spell);
        var earliest = last >= spell.Begun ? days.WithoutCard(last) : Math.Max(0, start);
        return spell.End is SpellEnd.CompletedInTime ? Math.Max(earliest, end) : earliest;
    }

    private int LastWithoutCard(Spell spell) => Math.Min(Math.Min(FirstCard(spell), spell.Until), days.Present + 1) - 1;

    private static int FirstCard(Spell spell) => Math.Min(Math.Min(spell.WarnedAt, spell.YellowAt), spell.Mistaken ? Spell.Never : spell.RedAt);

    private void SetLimits(Spell spell, int start, int end)
    {
        var item = spell.Life.Item;
        if (spell.RedAt < 0 && !spell.Mistaken)
        {
            // Red since long ago.
            var late = dice.Chance(60) ? dice.Below(12) : dice.Below(45);
            spell.Statutory = days.LastTurning(-1) - late;
            spell.Promised = spell.Statutory - Math.Max(1, item.Statutory - item.Promised);
            return;
        }

        spell.Promised = Promised(spell, start, end);
        spell.Statutory = Statutory(spell, start, end);
    }

    private int Promised(Spell spell, int start, int end)
    {
        var first = FirstCard(spell);
        var earliest = Earliest(spell, start, end);
        if (spell.WarnedAt < Spell.Never)
        {
            var (from, to) = days.Warned(spell.WarnedAt);
            return dice.Between(from, to);
        }

        if (first < 0) return days.LastTurning(-1) - dice.Below(12);
        if (first < Spell.Never) return dice.Between(earliest, days.LastTurning(first));
        if (spell.End is SpellEnd.CompletedLate) return dice.Between(earliest, end - 1);
        var natural = start == Unknown ? earliest + dice.Below(25) : start + spell.Life.Item.Promised;
        return natural >= earliest ? natural : earliest + dice.Below(10);
    }

    private int Statutory(Spell spell, int start, int end)
    {
        var item = spell.Life.Item;
        if (spell.RedAt < Spell.Never && !spell.Mistaken)
        {
            var step = spell.RedAt;
            // In the present week some turned on Monday already.
            var first = step == days.Present && dice.Chance(60) ? days.Begin(step) - 1 : days.Begin(step);
            return dice.Between(Math.Max(spell.Promised, first), days.LastTurning(step));
        }

        var lastOpen = Math.Min(spell.Until, days.Present + 1) - 1;
        var earliest = Math.Max(lastOpen >= spell.Begun ? days.NotOver(lastOpen) : spell.Promised, Math.Max(spell.Promised, end));
        var natural = start == Unknown ? spell.Promised + item.Statutory - item.Promised : start + item.Statutory;
        return natural >= earliest ? natural : earliest + dice.Below(6);
    }

    /// <summary>
    /// Only the provincial administrator clears a red card of an open case, and only where the system was at fault. Where that was found
    /// late, another cause stood first.
    /// </summary>
    private void SetCause(Spell spell, int end)
    {
        var usual = UsualCause(Math.Min(spell.RedAt, spell.YellowAt));
        var cleared = spell.RedAt < Spell.Never && spell.End is SpellEnd.Renewed;
        spell.Cause = spell.Mistaken || cleared ? CardCause.System : usual;
        if (cleared && !spell.Mistaken && usual is not CardCause.System && end > days.Begin(0) && dice.Chance(40)) spell.FirstCause = usual;
    }

    /// <summary>The system is at fault ever less often.</summary>
    private CardCause UsualCause(int step)
    {
        var system = 5 + (2 * (days.Present - Math.Clamp(step, 0, days.Present)));
        if (dice.Chance(system)) return CardCause.System;
        return dice.Below(100) switch
        {
            < 47 => CardCause.Overdue,
            < 75 => CardCause.NotReturned,
            < 92 => CardCause.StepOverdue,
            _ => CardCause.Other,
        };
    }

    private static bool IsRed(Spell first)
    {
        for (var spell = first; spell is not null; spell = spell.Next)
            if (spell.RedAt < Spell.Never) return true;
        return false;
    }
}
