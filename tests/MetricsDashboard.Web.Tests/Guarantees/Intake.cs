using System.Text.Json;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>What an intake answers, read as a stranger to the program would: by the names in the contract (design.md section 9).</summary>
internal sealed record Intake(
    Guid Id, IReadOnlyList<Receipt> Submissions, string Status, int Read, int Created, int Revised, int Unchanged, int Held, int Rejected, IReadOnlyList<Issue> Issues)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static Intake Parse(string json) => JsonSerializer.Deserialize<Intake>(json, Options) ?? throw new JsonException("There is no answer.");

    /// <summary>The answer, once it is certain that its counts add up.</summary>
    public Intake AddingUp()
    {
        Assert.Equal(Read, Created + Revised + Unchanged + Held + Rejected);
        return this;
    }

    /// <summary>The answer of a refusal: nothing is stored, all is rejected.</summary>
    public Intake Refused()
    {
        Assert.Equal("refused", Status);
        Assert.Empty(Submissions);
        Assert.Equal(Read, Rejected);
        Assert.Contains(Issues, issue => issue.Severity == "error");
        Assert.All(Issues, issue => Assert.True(issue.Message.Length > 8 && issue.Message.Any(c => c >= '\u4E00'), issue.Message));
        return AddingUp();
    }
}

internal sealed record Receipt(Guid Id, string Unit, string Form, string Status);

internal sealed record Issue(string Severity, string Code, string? Sheet, string? Cell, string? Unit, string? Element, string? Value, string Message)
{
    /// <summary>All but the sentence.</summary>
    public string At => string.Join(' ', Severity, Code, Sheet ?? "-", Cell ?? "-", Unit ?? "-", Element ?? "-", Value ?? "-");
}
