FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Stances.Domain/Stances.Domain.csproj src/Stances.Domain/
COPY src/Stances.Extraction/Stances.Extraction.csproj src/Stances.Extraction/
COPY src/Stances.EventStore/Stances.EventStore.csproj src/Stances.EventStore/
COPY src/Stances.Projections/Stances.Projections.csproj src/Stances.Projections/
COPY src/Stances/Stances.csproj src/Stances/
RUN dotnet restore src/Stances
COPY catalogue catalogue
COPY seeds seeds
COPY src src
RUN dotnet publish src/Stances --configuration Release --no-restore --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# --urls says where to listen; the image's own word for it would only raise a warning.
ENV ASPNETCORE_HTTP_PORTS=
EXPOSE 8080
USER $APP_UID
# The image has no curl; bash speaks enough HTTP to ask.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "stances.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:8080"]
