using System.Text;
using Stances.Live.Webhooks;

namespace Stances.Tests.Live;

public sealed class A_webhook_signature
{
    // The example that the libraries of the Standard Webhooks specification are tested with.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Id = "msg_p5jXN8AQM9LWM0D4loKWxJek", Body = """{"test": 2432232314}""";

    [Fact]
    public void Is_the_one_of_the_published_libraries() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSecret.Parse(Secret)!.Sign(Id, 1614265330, Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public void Is_another_for_another_id_time_body_or_key()
    {
        var key = WebhookSecret.Parse(Secret)!;
        var body = Encoding.UTF8.GetBytes(Body);
        var signatures = new[]
        {
            key.Sign(Id, 1614265330, body), key.Sign(Id + "x", 1614265330, body), key.Sign(Id, 1614265331, body),
            key.Sign(Id, 1614265330, [.. body, 32]), WebhookSecret.New().Sign(Id, 1614265330, body),
        };

        Assert.Equal(5, signatures.Distinct().Count());
    }

    [Fact]
    public void Has_a_key_of_24_to_64_bytes_that_is_shown_only_when_asked_for()
    {
        var made = WebhookSecret.New();

        Assert.Equal(made.Text, WebhookSecret.Parse(made.Text)!.Text);
        Assert.Equal("whsec_...", $"{made}");
        Assert.Null(WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[23])));
        Assert.Null(WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[65])));
        Assert.Null(WebhookSecret.Parse("whsec_not base64"));
    }
}
