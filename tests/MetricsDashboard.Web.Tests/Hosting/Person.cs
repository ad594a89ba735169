using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MetricsDashboard.Web.Tests.Hosting;

/// <summary>Somebody at a browser without script: follows no redirect by itself, keeps cookies, sends forms with their token.</summary>
internal sealed partial class Person(MetricsHost host)
{
    public HttpClient Client { get; } = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    public async Task<HttpResponseMessage> SignInAsync(string name, string password, string returnUrl = "/uploads") => await PostAsync(
        "/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), "sign-in", new() { ["Input.Name"] = name, ["Input.Password"] = password });

    /// <summary>Opens a page and sends the form on it that has a handler's name.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string handler, Dictionary<string, string> fields)
    {
        fields["_handler"] = handler;
        fields["__RequestVerificationToken"] = await TokenAsync(page);
        using var content = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(page, content);
    }

    public async Task<HttpResponseMessage> UploadAsync(string fileName, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync("/uploads")), "__RequestVerificationToken" } };
        using var file = new ByteArrayContent(bytes);
        form.Add(file, "file", fileName);
        return await Client.PostAsync("/uploads", form);
    }

    public async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await Client.GetStringAsync(address));

    private async Task<string> TokenAsync(string page) => TokenPattern().Match(await Client.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
