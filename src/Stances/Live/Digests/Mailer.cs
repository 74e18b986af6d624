using System.Net;
using System.Net.Mail;

namespace Stances.Live.Digests;

/// <summary>Sends mail through an SMTP server named as <c>smtp://user:password@host:587</c>, or <c>smtps://</c> for one that wants TLS.</summary>
internal sealed class Mailer(Uri server, string from)
{
    public async Task Send(string to, Digest digest, CancellationToken ct)
    {
        using var message = new MailMessage(from, to) { Subject = digest.Subject, Body = digest.Text, BodyEncoding = System.Text.Encoding.UTF8, SubjectEncoding = System.Text.Encoding.UTF8 };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(digest.Html, System.Text.Encoding.UTF8, "text/html"));
        message.Headers.Add("Message-ID", $"<{digest.Id}@stances>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(server.Host, server.IsDefaultPort || server.Port < 0 ? 25 : server.Port) { EnableSsl = server.Scheme == "smtps" };
        if (server.UserInfo.Split(':', 2) is [var user, var password])
            client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        await client.SendMailAsync(message, ct);
    }
}
