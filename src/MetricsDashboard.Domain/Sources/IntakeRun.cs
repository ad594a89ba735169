namespace MetricsDashboard.Domain.Sources;

/// <summary>Where an intake run 采集批次 stands.</summary>
public enum RunState
{
    /// <summary>进行中.</summary>
    Running,

    /// <summary>完成: everything was read; rows may have been held or rejected.</summary>
    Done,

    /// <summary>未完成: it broke off and is tried again by itself. What was stored until then stays, and is unchanged the next time.</summary>
    Failed,

    /// <summary>未通过: the file as a whole cannot be read, and trying again does not help.</summary>
    Refused,

    /// <summary>已取消 by a person.</summary>
    Cancelled,
}

/// <summary>What a run came from.</summary>
public enum RunTrigger
{
    /// <summary>定时.</summary>
    Schedule,

    /// <summary>人工 started by a person.</summary>
    Manual,

    /// <summary>接口 sent by a program.</summary>
    Push,

    /// <summary>词语对应: a person explained an unknown word, and what was held for it flows in.</summary>
    Terms,

    /// <summary>补采: the program stood still when it was due.</summary>
    CatchUp,

    /// <summary>人工上传: a file that a person brought. It says nothing of how far a source that tells by itself has told.</summary>
    Upload,
}

/// <summary>Names on screen.</summary>
public static class RunText
{
    /// <summary>The state's name.</summary>
    public static string Name(this RunState state) => state switch
    {
        RunState.Running => "进行中",
        RunState.Done => "完成",
        RunState.Failed => "未完成",
        RunState.Refused => "未通过",
        RunState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>The trigger's name.</summary>
    public static string Name(this RunTrigger trigger) => trigger switch
    {
        RunTrigger.Schedule => "定时",
        RunTrigger.Manual => "人工",
        RunTrigger.Push => "接口推送",
        RunTrigger.Terms => "词语对应后补入",
        RunTrigger.CatchUp => "补采",
        RunTrigger.Upload => "人工上传",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "Unknown trigger."),
    };
}
