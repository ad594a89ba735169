using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>
/// The comments of a sheet as every office program shows them: the texts in one part, their boxes in another, older one. Comments of the
/// sheet's owner stay; what is added to one of them stands below it.
/// </summary>
internal sealed class CellNotes(WorksheetPart part)
{
    private const string OurName = "政务服务指标看板";
    private const string Head = "【检查结果】";
    private const int Longest = 2000;

    private readonly NoteBoxes boxes = new(part);
    private bool isChanged;

    /// <summary>Takes away what an earlier round said, and tells where.</summary>
    public IReadOnlyList<(int Row, int Column)> RemoveOwn()
    {
        var cells = new List<(int, int)>();
        foreach (var comment in part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<Comment>().ToList() ?? [])
        {
            if (!CellName.TryParse(comment.Reference?.Value, out var row, out var column)) continue;
            var at = comment.InnerText.IndexOf(Head, StringComparison.Ordinal);
            if (at < 0) continue;
            cells.Add((row, column));
            isChanged = true;
            if (string.IsNullOrWhiteSpace(comment.InnerText[..at]))
            {
                comment.Remove();
                boxes.Remove(row, column);
            }
            else
            {
                Cut(comment, at);
            }
        }

        return cells;
    }

    public void Add(int row, int column, IReadOnlyList<IntakeIssue> issues)
    {
        isChanged = true;
        var text = Text(issues);
        var name = CellName.Of(row, column);
        var list = Comments.CommentList ??= new CommentList();
        if (list.Elements<Comment>().FirstOrDefault(comment => comment.Reference?.Value == name) is { } known)
        {
            (known.CommentText ??= new CommentText()).Append(Run("\n" + text));
            return;
        }

        list.Append(new Comment(new CommentText(Run(text))) { Reference = name, AuthorId = AuthorId() });
        boxes.Add(row, column, text);
    }

    public void Save()
    {
        if (isChanged) boxes.Save();
    }

    private Comments Comments
    {
        get
        {
            var comments = part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>();
            return comments.Comments ??= new Comments(new Authors(), new CommentList());
        }
    }

    private uint AuthorId()
    {
        var authors = Comments.Authors ??= new Authors();
        var known = authors.Elements<Author>().ToList().FindIndex(author => author.Text == OurName);
        if (known >= 0) return (uint)known;
        authors.Append(new Author(OurName));
        return (uint)authors.Elements<Author>().Count() - 1;
    }

    /// <summary>Leaves the text before a position. Office programs cut a text into runs as they like, and some lose who wrote it.</summary>
    private static void Cut(Comment comment, int length)
    {
        foreach (var text in comment.Descendants<Text>().ToList())
        {
            var kept = Math.Min(length, text.Text.Length);
            text.Text = length == kept ? text.Text[..kept].TrimEnd('\n') : text.Text;
            length -= kept;
            if (text.Text.Length == 0) (text.Parent as Run ?? (OpenXmlElement)text).Remove();
        }
    }

    private static string Text(IReadOnlyList<IntakeIssue> issues)
    {
        var text = Head;
        for (var i = 0; i < issues.Count; i++)
        {
            var line = $"\n{Kind(issues[i].Severity)}：{Printable(issues[i].Message)}";
            if (text.Length + line.Length > Longest) return $"{text}\n……共{issues.Count}条，其余的见系统的问题清单";
            text += line;
        }

        return text;
    }

    private static string Kind(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "提醒",
        _ => "说明",
    };

    /// <summary>A message quotes what stood in the file, and not every character may stand in XML.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : " "));

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
