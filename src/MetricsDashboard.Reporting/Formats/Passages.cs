using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>The body as it is set: a heading of level 2 and the paragraph after it are one passage, because the heading runs in.</summary>
internal static class Passages
{
    public static IEnumerable<(Heading? Heading, Paragraph? Paragraph)> Of(IReadOnlyList<Block> body)
    {
        for (var index = 0; index < body.Count; index++)
        {
            switch (body[index])
            {
                case Heading { Level: 2 } heading when index + 1 < body.Count && body[index + 1] is Paragraph paragraph:
                    yield return (heading, paragraph);
                    index++;
                    break;
                case Heading heading:
                    yield return (heading, null);
                    break;
                case Paragraph paragraph:
                    yield return (null, paragraph);
                    break;
                default:
                    throw new ArgumentException($"A body of {body[index].GetType().Name} cannot be laid out.", nameof(body));
            }
        }
    }
}
