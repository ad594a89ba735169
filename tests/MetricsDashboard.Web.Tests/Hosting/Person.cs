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

    /// <summary>Sends a form of an upload's page: its address, what is done (send, discard) and the fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, Dictionary<string, string>? fields = null)
    {
        var all = new Dictionary<string, string>(fields ?? []) { ["__RequestVerificationToken"] = await TokenAsync(page) };
        using var content = new FormUrlEncodedContent(all);
        return await Client.PostAsync($"{page}/{action}", content);
    }

    /// <summary>Sends a form from a page that stood open since its token was read.</summary>
    public async Task<HttpResponseMessage> SubmitWithAsync(string token, string address)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        return await Client.PostAsync(address, content);
    }

    public async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await Client.GetStringAsync(address));

    public async Task<string> TokenAsync(string page) => TokenPattern().Match(await Client.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
