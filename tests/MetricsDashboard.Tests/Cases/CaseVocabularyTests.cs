using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Cases;

public sealed class CaseVocabularyTests
{
    private static readonly CaseVocabulary Ours = new(TestCatalogue.Catalogue, []);

    [Theory]
    [InlineData("410421", "宝丰县")]
    [InlineData("宝丰县", "宝丰县")]
    [InlineData("４１０４２１", "宝丰县")]
    [InlineData("宝 丰 县", "宝丰县")]
    [InlineData("市公安局", "平顶山市公安局")]
    [InlineData("宝丰", null)]
    [InlineData("宝丰县公安局", null)]
    [InlineData("平顶山市", null)]
    [InlineData("滍阳镇", null)]
    public void FindUnit_Text_IsACountyOrDepartmentOrNothing(string text, string? name) => Assert.Equal(name, Ours.FindUnit(text)?.Name);

    [Theory]
    [InlineData("red", Card.Red)]
    [InlineData("RED", Card.Red)]
    [InlineData("红牌", Card.Red)]
    [InlineData("黄牌", Card.Yellow)]
    [InlineData("预警", Card.Warning)]
    [InlineData("无牌", Card.None)]
    [InlineData("红", null)]
    [InlineData("3", null)]
    public void FindCard_Text_IsANameOrNothing(string text, Card? card) => Assert.Equal(card, Ours.FindCard(text));

    [Fact]
    public void NamesOnScreen_AreUnderstoodBack()
    {
        Assert.All(Enum.GetValues<Card>(), card => Assert.Equal(card, Ours.FindCard(card.Name())));
        Assert.All(Enum.GetValues<CardCause>(), cause => Assert.Equal(cause, Ours.FindCause(cause.Name())));
        Assert.All(Enum.GetValues<CaseStatus>(), status => Assert.Equal(status, Ours.FindStatus(status.Name())));
    }

    [Fact]
    public void Find_WhatAPersonSaid_GoesBeforeWhatIsKnownAndTheLaterBeforeTheEarlier()
    {
        var said = new CaseVocabulary(TestCatalogue.Catalogue, [
            new CaseTerm(CaseTermKind.Card, "红", "yellow"),
            new CaseTerm(CaseTermKind.Card, "红", "red"),
            new CaseTerm(CaseTermKind.Unit, "宝丰县", TestCatalogue.OtherCounty),
            new CaseTerm(CaseTermKind.Status, "结", "办结"),
            new CaseTerm(CaseTermKind.Unit, "城关", "410421001"),
            new CaseTerm(CaseTermKind.Unit, "BFX", TestCatalogue.OtherCounty),
        ]);

        Assert.Equal(Card.Red, said.FindCard("红"));
        Assert.Equal(TestCatalogue.OtherCounty, said.FindUnit("宝丰县")!.Code);
        Assert.Equal(CaseStatus.Completed, said.FindStatus(" 结 "));
        Assert.Equal(TestCatalogue.OtherCounty, said.FindUnit("ｂfx")!.Code);
        Assert.Null(said.FindUnit("城关")); // a township has no cases, whatever was said
        Assert.Null(said.FindCause("红"));
    }

    [Theory]
    [InlineData(CaseTermKind.Unit, "410421", true)]
    [InlineData(CaseTermKind.Unit, "410400", false)]
    [InlineData(CaseTermKind.Unit, "410421001", false)]
    [InlineData(CaseTermKind.Card, "red", true)]
    [InlineData(CaseTermKind.Card, "overdue", false)]
    [InlineData(CaseTermKind.Cause, "overdue", true)]
    [InlineData(CaseTermKind.Status, "open", true)]
    [InlineData(CaseTermKind.Status, "", false)]
    public void IsMeaning_OfAKind_IsWhatAPersonMayChoose(CaseTermKind kind, string meaning, bool isMeaning) =>
        Assert.Equal(isMeaning, CaseVocabulary.IsMeaning(TestCatalogue.Catalogue, kind, meaning));
}
