using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Entities;

internal sealed class CatalogueVersionEntity
{
    public int Version { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}

internal sealed class UnitEntity
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public UnitKind Kind { get; init; }
    public string? Parent { get; init; }
    public int Order { get; init; }
    public string? RankingGroup { get; init; }
    public bool Included { get; init; }
    public bool Active { get; init; }
    public int? ValidFrom { get; init; }
    public int? ValidTo { get; init; }

    public static UnitEntity Of(Unit unit) => new()
    {
        Code = unit.Code,
        Name = unit.Name,
        ShortName = unit.ShortName,
        Kind = unit.Kind,
        Parent = unit.Parent,
        Order = unit.Order,
        RankingGroup = unit.RankingGroup,
        Included = unit.Included,
        Active = unit.Active,
        ValidFrom = unit.ValidFrom?.Key,
        ValidTo = unit.ValidTo?.Key,
    };

    public Unit ToUnit() => new(
        Code, Name, ShortName, Kind, Parent, Order, RankingGroup, Included, Active, WeekKeys.Week(ValidFrom), WeekKeys.Week(ValidTo));
}

internal sealed class FormEntity
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string AskedOf { get; init; }
    public SuppliedBy SuppliedBy { get; init; }
    public UnitKind? Rows { get; init; }
    public int Order { get; init; }
    public string? Note { get; init; }

    public static FormEntity Of(Form form) => new()
    {
        Code = form.Code,
        Name = form.Name,
        AskedOf = Kinds.Join(form.AskedOf),
        SuppliedBy = form.SuppliedBy,
        Rows = form.Rows,
        Order = form.Order,
        Note = form.Note,
    };

    public Form ToForm() => new(Code, Name, Kinds.Split(AskedOf), SuppliedBy, Rows, Order, Note);
}

internal sealed class DataElementEntity
{
    public required string Code { get; init; }
    public int Order { get; init; }
    public required string Name { get; init; }
    public required string Measure { get; init; }
    public Nature Nature { get; init; }
    public string? Form { get; init; }
    public required string ObservedAt { get; init; }
    public string? MaxElement { get; init; }
    public RollUp RollUp { get; init; }
    public long Minimum { get; init; }
    public long? Maximum { get; init; }
    public bool Optional { get; init; }
    public WhenMissing WhenMissing { get; init; }
    public int? ValidFrom { get; init; }
    public bool IgnoresChange { get; init; }
    public decimal? ChangePercent { get; init; }
    public long? ChangeFloor { get; init; }

    public static DataElementEntity Of(DataElement element, int order) => new()
    {
        Code = element.Code,
        Order = order,
        Name = element.Name,
        Measure = element.Measure,
        Nature = element.Nature,
        Form = element.Form,
        ObservedAt = Kinds.Join(element.ObservedAt),
        MaxElement = element.MaxElement,
        RollUp = element.RollUp,
        Minimum = element.Minimum,
        Maximum = element.Maximum,
        Optional = element.Optional,
        WhenMissing = element.WhenMissing,
        ValidFrom = element.ValidFrom?.Key,
        IgnoresChange = element.Change is null,
        ChangePercent = element.Change?.Percent,
        ChangeFloor = element.Change?.Floor,
    };

    public DataElement ToElement() => new(
        Code, Name, Measure, Nature, Form, Kinds.Split(ObservedAt), MaxElement, RollUp, Minimum, Maximum, Optional, WhenMissing, WeekKeys.Week(ValidFrom))
    {
        Change = IgnoresChange ? null : new ChangeThreshold(ChangePercent ?? ChangeThreshold.Default.Percent, ChangeFloor ?? ChangeThreshold.Default.Floor),
    };
}

internal sealed class IndicatorEntity
{
    public required string Code { get; init; }
    public int Order { get; init; }
    public required string InternalNo { get; init; }
    public required string Name { get; init; }
    public string? Numerator { get; init; }
    public string? Denominator { get; init; }
    public required string Unit { get; init; }
    public int Decimals { get; init; }
    public TextStyle TextStyle { get; init; }
    public Direction Direction { get; init; }
    public bool InReport { get; init; }
    public long? MinBase { get; init; }
    public int? ValidFrom { get; init; }

    public static IndicatorEntity Of(Indicator indicator) => new()
    {
        Code = indicator.Code,
        Order = indicator.Order,
        InternalNo = indicator.InternalNo,
        Name = indicator.Name,
        Numerator = indicator.Numerator,
        Denominator = indicator.Denominator,
        Unit = indicator.Unit,
        Decimals = indicator.Decimals,
        TextStyle = indicator.TextStyle,
        Direction = indicator.Direction,
        InReport = indicator.InReport,
        MinBase = indicator.MinBase,
        ValidFrom = indicator.ValidFrom?.Key,
    };

    public Indicator ToIndicator()
    {
        Formula? formula = null;
        if (Numerator is not null)
        {
            (formula, var fault) = Formula.Parse(Numerator, Denominator ?? "");
            if (fault is not null) throw new InvalidDataException($"Indicator {Code}: {fault}");
        }

        return new Indicator(
            Code, InternalNo, Name, formula, Numerator, Denominator, Unit, Decimals, TextStyle, Direction, InReport, MinBase, WeekKeys.Week(ValidFrom), Order);
    }
}

internal sealed class TargetEntity
{
    public int No { get; init; }
    public required string Indicator { get; init; }
    public required string Unit { get; init; }
    public int ValidFrom { get; init; }
    public int? ValidTo { get; init; }
    public decimal Value { get; init; }
    public decimal? YellowLimit { get; init; }
    public required string Document { get; init; }

    public static TargetEntity Of(Target target, int no) => new()
    {
        No = no,
        Indicator = target.Indicator,
        Unit = target.Unit,
        ValidFrom = target.ValidFrom.Key,
        ValidTo = target.ValidTo?.Key,
        Value = target.Value,
        YellowLimit = target.YellowLimit,
        Document = target.Document,
    };

    public Target ToTarget() => new(Indicator, Unit, ReportingWeek.FromKey(ValidFrom), WeekKeys.Week(ValidTo), Value, YellowLimit, Document);
}

/// <summary>Kinds of units in one column, as the catalogue's files write them: County|Department.</summary>
internal static class Kinds
{
    public static string Join(IEnumerable<UnitKind> kinds) => string.Join('|', kinds);

    public static IReadOnlyList<UnitKind> Split(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<UnitKind>)];
}
