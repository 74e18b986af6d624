using System.Security.Cryptography;
using System.Text;

namespace Stances.Live.Webhooks;

/// <summary>A key shared with a receiver, written <c>whsec_</c> and base64 as the Standard Webhooks specification has it.</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Least = 24, Most = 64;

    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>A new key.</summary>
    public static WebhookSecret New() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key with this text, or null where it is none: 24 to 64 bytes in base64.</summary>
    public static WebhookSecret? Parse(string text)
    {
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length is >= Least and <= Most ? new WebhookSecret(bytes[..length]) : null;
    }

    /// <summary>As the receiver is to keep it.</summary>
    public string Text => Prefix + Convert.ToBase64String(key);

    /// <summary>The signature of a message: <c>v1,</c> and the base64 of the HMAC-SHA256 of <c>id.timestamp.body</c>.</summary>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }

    /// <summary>Says nothing of the key, so that no log line can.</summary>
    public override string ToString() => Prefix + "...";
}
