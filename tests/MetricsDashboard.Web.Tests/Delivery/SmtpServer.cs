using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MetricsDashboard.Web.Tests.Delivery;

/// <summary>A mail server of a few lines: greets, asks for a password where it has one, takes mails or refuses them as told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> mails = new();
    private readonly Task accepting;

    public SmtpServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>User and password that it asks for; null for none.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>What it answers to a recipient.</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>Does it say nothing at all?</summary>
    public bool IsSilent { get; set; }

    /// <summary>Does it hang up at the goodbye?</summary>
    public bool HangsUp { get; init; }

    /// <summary>The mails that it took, headers and body.</summary>
    public IReadOnlyList<string> Mails => [.. mails];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                if (IsSilent)
                {
                    await reader.ReadLineAsync(stop.Token);
                    return;
                }

                await writer.WriteLineAsync("220 test");
                while (await reader.ReadLineAsync(stop.Token) is { } line && await AnswerAsync(line, reader, writer))
                {
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task<bool> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync(Login is null ? "250 test" : "250-test\r\n250 AUTH PLAIN");
                return true;
            case "AUTH":
                var said = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1]));
                await writer.WriteLineAsync(said == $"\0{Login!.Value.User}\0{Login.Value.Password}" ? "235 ok" : "535 bad credentials");
                return true;
            case "RCPT":
                await writer.WriteLineAsync(Recipient);
                return true;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".") mail.Append(text).Append('\n');
                mails.Enqueue(mail.ToString());
                await writer.WriteLineAsync("250 taken");
                return !HangsUp;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                return false;
            default:
                await writer.WriteLineAsync("250 ok");
                return true;
        }
    }
}
