using MetricsDashboard.Web.Commands;

return await CommandLine.RunAsync(args);
