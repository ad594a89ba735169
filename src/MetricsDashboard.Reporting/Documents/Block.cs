using System.Text.Json.Serialization;

namespace MetricsDashboard.Reporting.Documents;

/// <summary>A piece of the body: a heading or a paragraph.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
public abstract record Block;

/// <summary>
/// A heading with its number in the text. Level 1 (一、主要指标情况) is a line of its own in 黑体.
/// Level 2 (（一）红黄牌。) is set in 楷体 at the start of the paragraph that follows it directly; without one it is a line of its own.
/// </summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph, two characters indented. A sentence may be many runs; their texts follow each other without a space.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A paragraph of one plain run.</summary>
    public static Paragraph Of(string text) => new([new Run(text)]);
}

/// <summary>A stretch of text in one style.</summary>
/// <param name="Text">The text itself, without line breaks.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">For a number, the relative address of its explanation, as /explain?indicator=…&amp;unit=…&amp;week=….</param>
public sealed record Run(string Text, RunStyle Style = RunStyle.Normal, string? Link = null);

/// <summary>The faces of GB/T 9704: body in 仿宋, second level in 楷体, first level in 黑体.</summary>
public enum RunStyle
{
    /// <summary>仿宋.</summary>
    Normal,

    /// <summary>仿宋, bold.</summary>
    Bold,

    /// <summary>楷体.</summary>
    Kai,

    /// <summary>黑体.</summary>
    Hei,
}
