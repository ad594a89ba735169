using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.OpenApi;

namespace MetricsDashboard.Web.Api;

/// <summary>The interface for programs, described at /openapi/v1.json.</summary>
public static class ApiSetup
{
    public static void AddMetricsApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "政务服务指标看板接口", Version = "v1", Description = "请求头 Authorization: Bearer TOKEN；出错时以 ProblemDetails 应答。" };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[TokenAuthentication.SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "mdt_<10>_<43>" };
            return Task.CompletedTask;
        }));
    }

    public static void MapMetricsApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").WithTags("v1");
        CatalogueEndpoints.Map(api);
        FigureEndpoints.Map(api);
        SubmissionEndpoints.Map(api);
        CaseEndpoints.Map(api);
        ReviewEndpoints.Map(api);
        FormEndpoints.Map(api);
        ReportFileEndpoints.Map(api);
        app.Map("/api/{**rest}", () => Problems.Missing("没有这个接口地址。")).ExcludeFromDescription();
    }
}
