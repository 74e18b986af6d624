using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class A_broker(PostgresServer server, RabbitServer rabbit) : IClassFixture<RabbitServer>
{
    [Fact]
    public async Task Gets_every_event_as_a_cloud_event_and_goes_on_after_it_was_away()
    {
        await using var at = await Newsroom.Open(server, "--Live:RabbitMq", rabbit.Address, "--Live:FirstRetry", "00:00:00.1");
        var first = await Listen();
        await at.Append("article-1", Ingested("2017-08-08"), Said("JPN", "gsomia", Position.Supports, Direction.For, "2017-08-07"));
        var (key, id, e) = await Next(first.Messages);
        var second = await Next(first.Messages);
        await first.Connection.DisposeAsync();

        await rabbit.Restart();
        var (connection, messages) = await Listen();
        await at.Append("article-2", Ingested("2017-08-08"));
        var third = await Next(messages);
        await connection.DisposeAsync();

        Assert.Equal(("-.-.article_ingested", "1", "1.0"), (key, (string?)e["sequence"], (string?)e["specversion"]));
        Assert.Equal(id, (string?)e["id"]);
        Assert.Equal(("JPN.gsomia.stance_stated", "2"), (second.Key, (string?)second.Event["sequence"]));
        Assert.Equal("3", (string?)third.Event["sequence"]);
    }

    private async Task<(IConnection Connection, ChannelReader<(string Key, string? Id, JsonObject Event)> Messages)> Listen()
    {
        var connection = await new ConnectionFactory { Uri = new Uri(rabbit.Address) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("stances", ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync("events", durable: true, exclusive: false, autoDelete: false);
        foreach (var type in EventJson.Names)
            await channel.QueueBindAsync("events", "stances", "#." + type);
        var messages = System.Threading.Channels.Channel.CreateUnbounded<(string, string?, JsonObject)>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, x) => messages.Writer.WriteAsync(
            (x.RoutingKey, x.BasicProperties.MessageId, JsonNode.Parse(Encoding.UTF8.GetString(x.Body.Span))!.AsObject())).AsTask();
        await channel.BasicConsumeAsync("events", autoAck: true, consumer);
        return (connection, messages.Reader);
    }

    private static async Task<(string Key, string? Id, JsonObject Event)> Next(ChannelReader<(string Key, string? Id, JsonObject Event)> messages) =>
        await messages.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(90));
}
