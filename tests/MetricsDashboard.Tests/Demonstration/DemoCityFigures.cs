using static MetricsDashboard.Tests.Demonstration.DemoApportionment;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>豫事办, task forces, supervision, self-service, systems and the electronic pass.</summary>
internal static class DemoCityFigures
{
    public static void Fill(DemoFigures figures)
    {
        foreach (var county in DemoParameters.Counties)
        {
            figures["yushiban_users", county.Code] = Growing(county.Users, i => DemoNoise.Between(0.008m, 0.026m, county.Code, "users", i));
            figures.Set("task_forces_required", county.Code, _ => 1);
            figures.Set("task_forces_established", county.Code, i => i >= county.TaskForceFrom ? 1 : 0);
        }

        FillCity(figures, DemoParameters.City);
        FillMunicipal(figures, DemoParameters.Municipal);
    }

    private static void FillCity(DemoFigures figures, string city)
    {
        figures["yushiban_items_submitted", city] = [31, 36, 40, 46, 52, 57, 63, 68, 74, 79, 84, 89];
        figures["yushiban_items_key_areas", city] = [20, 24, 27, 32, 37, 41, 46, 50, 55, 59, 63, 67];
        figures["yushiban_items_live", city] = [5, 6, 6, 8, 9, 11, 12, 13, 15, 16, 18, 20];
        figures.Set("supervision_officers_required", city, _ => 11052);
        figures["supervision_officers_registered", city] = [8214, 8877, 9302, 9746, 10105, 10433, 10688, 10821, 10940, 11018, 11052, 11052];
        figures["supervision_items_claimed", city] = [1968, 1968, 1968, 1968, 1968, 1968, 2000, 2000, 2000, 2000, 2000, 2000];
        figures["supervision_items_with_data", city] = [812, 868, 905, 961, 1004, 1057, 1102, 1148, 1203, 1262, 1318, 1378];
        figures["epass_communities", city] = Growing(2774, i => Rate("communities", i));
        figures["epass_households", city] = Growing(212700, i => Rate("households", i));
        figures["epass_people", city] = Growing(274100, i => Rate("people", i));
        figures["epass_community_entries", city] = Growing(457400, i => Rate("entries", i) * 2);
        figures["epass_venues", city] = Growing(24800, i => Rate("venues", i));
        figures["epass_venue_entries", city] = Growing(2426700, i => Rate("venue entries", i) * 2);

        static decimal Rate(string name, int week) => DemoNoise.Between(0.004m, 0.012m, name, week);
    }

    private static void FillMunicipal(DemoFigures figures, string municipal)
    {
        figures["kiosk_terminals", municipal] = [10, 10, 10, 12, 12, 14, 14, 14, 17, 17, 17, 17];
        figures["kiosk_items", municipal] = [42, 42, 45, 50, 50, 58, 58, 60, 66, 68, 70, 70];
        figures["kiosk_departments", municipal] = [4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7];
        figures.Set("cloud_systems_planned", municipal, _ => 86);
        figures["cloud_systems_quoted", municipal] = [3, 4, 6, 8, 9, 11, 12, 14, 16, 18, 19, 21];
        figures["cloud_systems_migrated", municipal] = [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6];
    }

    /// <summary>A running total that ends at <paramref name="last"/>.</summary>
    private static long[] Growing(long last, Func<int, decimal> rate)
    {
        var values = new long[DemoParameters.WeekCount];
        values[^1] = last;
        for (var i = values.Length - 2; i >= 0; i--) values[i] = values[i + 1] - Round(values[i + 1] * rate(i));
        return values;
    }
}
