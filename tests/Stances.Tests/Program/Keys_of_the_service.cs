using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Stances.Http;

namespace Stances.Tests.Program;

public class Keys_of_the_service
{
    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:0;http://[::1]:0")]
    [InlineData("")]
    public void Are_not_needed_on_this_machine(string urls) => Assert.Null(Keys.For(Settings(urls, "")));

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://localhost:1;http://[::]:2")]
    public void Must_be_set_where_others_can_reach_it(string urls) =>
        Assert.Contains("STANCES_API_KEYS", Assert.Throws<InvalidInputException>(() => Keys.For(Settings(urls, " , "))).Message);

    [Theory]
    [InlineData("Bearer two", "/ask", 200)]
    [InlineData("Bearer three", "/ask", 401)]
    [InlineData("", "/ask", 401)]
    [InlineData("", "/health", 200)]
    [InlineData("Basic !", "/ask", 401)]
    public async Task Open_every_route_but_health(string authorization, string path, int status)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.Headers.Authorization = authorization;
        await Keys.For(Settings("http://*:1", "one, two"))!.Ask(http, _ => Task.CompletedTask);
        Assert.Equal(status, http.Response.StatusCode);
    }

    [Fact]
    public async Task Are_taken_as_a_browsers_password()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("anyone:one"));
        await Keys.For(Settings("http://*:1", "one"))!.Ask(http, _ => Task.CompletedTask);
        Assert.Equal(200, http.Response.StatusCode);
    }

    private static IConfiguration Settings(string urls, string keys) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = urls, [Keys.Variable] = keys }).Build();
}
