using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Security;

/// <summary>Accounts as the screen names them: one lookup for all that a page shows.</summary>
public sealed class PeopleNames(PersonStore people, Installed installed)
{
    public async Task<Names> OfAsync(Actor actor, IEnumerable<string?> accounts, CancellationToken cancellationToken)
    {
        var wanted = accounts.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0) return Names.None;
        var found = await people.FindAsync(actor, wanted, cancellationToken);
        return new Names(found.ToDictionary(person => person.Account, person => Name(person, installed.Catalogue), StringComparer.Ordinal));
    }

    /// <summary>The name that was given, or else what the person is: 宝丰县填报员（baofeng）.</summary>
    public static string Name(PersonRow person, Catalogue catalogue)
    {
        // Without a name of its own an account's name is repeated; that says something only where it is a person's name itself.
        var isName = person.DisplayName.Length > 0 && (person.DisplayName != person.Account || !person.Account.All(char.IsAscii));
        return isName ? person.DisplayName : $"{Position(person.Role, catalogue.FindUnit(person.Unit))}（{person.Account}）";
    }

    private static string Position(Role role, Unit? unit) => (role, unit) switch
    {
        (Role.CountyReporter or Role.Department, not null) => unit.ShortName + "填报员",
        (Role.CountyReviewer, not null) => unit.ShortName + "审核人",
        _ => role.Name(),
    };
}

/// <summary>The names that were looked up. Programs have their token's name.</summary>
public sealed class Names(IReadOnlyDictionary<string, string> names)
{
    public static Names None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public string Of(string account) => names.TryGetValue(account, out var name) ? name : account == Actor.System.Name ? "系统" : account;
}
