using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Typing;

/// <summary>A cell of the grid: what stands in it, what of it is kept, and who typed it.</summary>
public sealed class TypedCell(DataElement element, Unit unit, string filled)
{
    public DataElement Element => element;

    /// <summary>The unit that the value is of: with townships the township.</summary>
    public Unit Unit => unit;

    public (string Element, string Unit) Key => (element.Code, unit.Code);

    /// <summary>What the cell came filled with: what was sent, or else as in the workbook.</summary>
    public string Filled { get; } = filled;

    /// <summary>On the screen.</summary>
    public string Text { get; set; } = filled;

    /// <summary>What is kept, or else what the cell came filled with.</summary>
    public string Saved { get; private set; } = filled;

    /// <summary>The state of the cell that the text on the screen is a change of; null where nobody had typed into it.</summary>
    public Guid? Version { get; private set; }

    /// <summary>Who typed what is kept; null where nobody did.</summary>
    public DraftCell? Last { get; private set; }

    /// <summary>What somebody else typed meanwhile, and what has to be decided on; null for no conflict.</summary>
    public DraftCell? Theirs { get; private set; }

    /// <summary>Is what is kept otherwise than what the cell came filled with?</summary>
    public bool IsChanged => Last is not null && Saved.Trim() != Filled;

    /// <summary>Is there something that is not kept?</summary>
    public bool IsDirty => Text != Saved;

    /// <summary>Takes over what is kept now. What is on the screen and was not kept is left there, and is in conflict if somebody else was faster.</summary>
    /// <param name="now">What is kept.</param>
    /// <param name="isMine">Is it what was sent from this screen?</param>
    public void Take(DraftCell now, bool isMine)
    {
        if (isMine || now.Version == Version || !IsDirty || Text == now.Text)
        {
            if (!IsDirty) Text = now.Text;
            (Saved, Version, Last, Theirs) = (now.Text, now.Version, now, null);
        }
        else
        {
            Theirs = now;
        }
    }

    /// <summary>Brings back what was typed before the page was lost, as the change of the state that it was typed over.</summary>
    public void Restore(string text, Guid? version)
    {
        if (text == Saved) return;
        var kept = Last;
        (Text, Version) = (text, version);
        if (kept is not null && kept.Version != version) Theirs = kept;
    }

    /// <summary>Settles a conflict: mine goes over theirs, knowingly, or gives way to it.</summary>
    public void Settle(bool takeMine)
    {
        if (Theirs is not { } theirs) return;
        if (!takeMine) Text = theirs.Text;
        (Saved, Version, Last, Theirs) = (theirs.Text, theirs.Version, theirs, null);
    }
}
