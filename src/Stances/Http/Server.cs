using Microsoft.AspNetCore.Http.Json;
using Stances.Http.OpenApi;
using Stances.Live;
using Stances.Pages;

namespace Stances.Http;

/// <summary>The web service put together: routes, errors, documents, and the work that goes on behind them.</summary>
public static class Server
{
    /// <summary>The service over this workspace, not yet started. Addresses come from <c>--urls</c> and the usual ASP.NET settings.</summary>
    /// <exception cref="InvalidInputException">It would listen beyond this machine without keys, or a setting is none.</exception>
    public static WebApplication Build(Workspace workspace, string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Why it does not start is told by whoever starts it; what ends it later is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(workspace);
        builder.Services.AddSingleton<Replies>();
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Name);
        builder.Services.AddExceptionHandler<Problems>();
        builder.Services.AddOpenApi(ApiDocument.Describe);
        builder.Services.AddPages();
        FormKeys.Add(builder.Services, workspace.Db);
        ReadLimit.Add(builder.Services, workspace.Db, builder.Configuration);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // That a form came without its seal is told to who sent it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.Configure<JsonOptions>(json => EventView.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddHostedService<ProjectionService>();
        builder.Services.AddHostedService<Metrics>();
        LiveSetup.Add(builder.Services, builder.Configuration);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages(Problems.Tell);
        app.UseResponseCompression();
        app.UseMiddleware<Headers>();
        var keys = Keys.For(app.Configuration);
        app.UseMiddleware<Entrance>(keys is null && app.Configuration[Entrance.NamesSetting] is null);
        // Behind the entrance, which decides what a request asks for.
        app.UseRouting();
        if (keys is not null)
            app.Use(keys.Ask);
        app.UseRateLimiter();
        app.MapOpenApi("/openapi/v1.json");
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.SwaggerEndpoint("/openapi/v1.json", "Stances");
        });
        ArticlesApi.Map(app);
        CorrectionsApi.Map(app);
        EventsApi.Map(app);
        PositionsApi.Map(app);
        MementosApi.Map(app);
        ListsApi.Map(app);
        ComparisonsApi.Map(app);
        AskApi.Map(app);
        HealthApi.Map(app);
        PageRoutes.Map(app);
        LiveSetup.Map(app);
        return app;
    }
}
