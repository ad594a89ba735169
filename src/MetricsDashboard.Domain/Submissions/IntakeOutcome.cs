namespace MetricsDashboard.Domain.Submissions;

/// <summary>The counts of an intake. They always add up: read = created + revised + unchanged + held + rejected (design.md rule 11).</summary>
/// <param name="Read">Values read.</param>
/// <param name="Created">Values stored for the first time.</param>
/// <param name="Revised">Values that changed one already sent.</param>
/// <param name="Unchanged">Values already there.</param>
/// <param name="Held">Values that wait for a mapping.</param>
/// <param name="Rejected">Values refused; all of them where the file was refused.</param>
public sealed record IntakeCounts(int Read, int Created, int Revised, int Unchanged, int Held, int Rejected)
{
    /// <summary>Do they add up?</summary>
    public bool AddUp => Read == Created + Revised + Unchanged + Held + Rejected;

    /// <summary>The counts of a refused file.</summary>
    public static IntakeCounts Refused(int read) => new(read, 0, 0, 0, 0, read);
}

/// <summary>One submission that an upload led to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Unit">Code of the unit that owes the form.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Status">Its state.</param>
public sealed record SubmissionReceipt(Guid Id, string Unit, string Form, SubmissionState Status);

/// <summary>How an upload ended, or that it has not yet.</summary>
public enum IntakeStatus
{
    /// <summary>排队中.</summary>
    Queued,

    /// <summary>处理中.</summary>
    Processing,

    /// <summary>已报送.</summary>
    Stored,

    /// <summary>检查通过，未保存: a dry run, or a file that waits until its sender has seen it and confirms.</summary>
    Checked,

    /// <summary>未通过检查，全部未保存.</summary>
    Refused,

    /// <summary>处理失败: something broke, and trying again did not help; nothing was stored.</summary>
    Failed,

    /// <summary>已放弃，未报送: checked, and then not sent by its sender.</summary>
    Discarded,

    /// <summary>待对应: another system's table, which waits until a person has said what its columns are.</summary>
    Unmapped,
}

/// <summary>What an intake answers, by page, API and command line alike (design.md section 9).</summary>
/// <param name="Id">Id of the upload.</param>
/// <param name="Submissions">What it led to.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Issues">Everything found.</param>
/// <param name="Forbidden">Was it refused because of another's unit?</param>
public sealed record IntakeOutcome(
    Guid Id,
    IReadOnlyList<SubmissionReceipt> Submissions,
    IntakeStatus Status,
    IntakeCounts Counts,
    IReadOnlyList<IntakeIssue> Issues,
    bool Forbidden = false);
