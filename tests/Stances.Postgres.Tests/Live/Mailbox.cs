using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Stances.Postgres.Tests.Live;

/// <summary>A mail as it arrived.</summary>
/// <param name="To">Whom the envelope names.</param>
internal sealed partial record Mail(string To, string Raw)
{
    /// <summary>A header, in one line and decoded.</summary>
    public string Header(string name)
    {
        var folded = Regex.Match(Raw, $@"^{name}: (.*(\r\n[ \t].*)*)", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;
        return EncodedWord().Replace(Regex.Replace(folded, @"\r\n[ \t]+", " "), x => x.Groups[1].Value is "b" or "B" ? Utf8(Convert.FromBase64String(x.Groups[2].Value)) : QuotedPrintable(x.Groups[2].Value.Replace('_', ' '))).Trim();
    }

    /// <summary>The body as one media type has it.</summary>
    public string Body(string type)
    {
        var boundary = Regex.Match(Raw, "boundary=\"?([^\"\r\n;]+)").Groups[1].Value;
        var part = Raw.Split("--" + boundary).Single(x => Regex.IsMatch(x, $@"^content-type: {type}", RegexOptions.Multiline | RegexOptions.IgnoreCase));
        var (head, body) = (part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)], part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].TrimEnd());
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Utf8(Convert.FromBase64String(body))
            : head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal)) : body;
    }

    private static string QuotedPrintable(string text) => Utf8([.. Octet().Matches(text).SelectMany(x => x.Groups[1].Success ? [Convert.ToByte(x.Groups[1].Value, 16)] : Encoding.UTF8.GetBytes(x.Value))]);

    private static string Utf8(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    [GeneratedRegex(@"=\?utf-8\?([bq])\?([^?]*)\?=( (?==\?))?", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=([0-9A-F]{2})|.", RegexOptions.Singleline)]
    private static partial Regex Octet();
}

/// <summary>A mail server that keeps what it is given, or refuses it for now.</summary>
internal sealed class Mailbox : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<Mail> mails = System.Threading.Channels.Channel.CreateUnbounded<Mail>();

    private Mailbox()
    {
    }

    public string Address => $"smtp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>How many more mails to refuse with "try again later".</summary>
    public int Refusing { get; set; }

    /// <summary>How many mails were taken and not looked at yet.</summary>
    public int Waiting => mails.Reader.Count;

    public static Mailbox Open()
    {
        var mailbox = new Mailbox();
        mailbox.listener.Start();
        _ = mailbox.Listen();
        return mailbox;
    }

    /// <summary>The next mail; waits for it, but not for ever.</summary>
    public async Task<Mail> Next() => await mails.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public void Dispose() => listener.Dispose();

    private async Task Listen()
    {
        try
        {
            while (true)
                _ = Talk(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    /// <summary>One sender: the commands of RFC 5321 that a plain one uses.</summary>
    private async Task Talk(TcpClient sender)
    {
        using var _ = sender;
        using var reader = new StreamReader(sender.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(sender.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mailbox");
        var to = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (command == "RCPT")
                to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var raw = new StringBuilder();
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    raw.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                var refused = Refusing > 0 && Refusing-- > 0;
                if (!refused)
                    mails.Writer.TryWrite(new Mail(to, raw.ToString()));
                await writer.WriteLineAsync(refused ? "451 not now" : "250 taken");
                continue;
            }
            await writer.WriteLineAsync(command == "QUIT" ? "221 bye" : "250 mailbox");
            if (command == "QUIT")
                return;
        }
    }
}
