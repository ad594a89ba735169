using System.CommandLine;
using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Commands;

/// <summary>A role by its code name; the help names them in Chinese too.</summary>
internal static class RoleOption
{
    public static Option<string> Create(IEnumerable<Role> roles)
    {
        var allowed = roles.ToList();
        var option = new Option<string>("--role")
        {
            Description = "角色：" + string.Join("，", allowed.Select(role => $"{role}（{role.Name()}）")),
            HelpName = "ROLE",
            Required = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !allowed.Exists(role => string.Equals(role.ToString(), token.Value, StringComparison.OrdinalIgnoreCase)))
                result.AddError($"没有角色“{token.Value}”，可用：{string.Join("，", allowed)}。");
        });
        return option;
    }

    public static Role Read(ParseResult parsed, Option<string> option) => Enum.Parse<Role>(parsed.GetRequiredValue(option), ignoreCase: true);
}
