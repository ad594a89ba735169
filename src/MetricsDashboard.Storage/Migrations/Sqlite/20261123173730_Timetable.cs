using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Timetable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CityReviewAt",
                table: "Weeks",
                type: "TEXT",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "CountyReviewAt",
                table: "Weeks",
                type: "TEXT",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Holidays",
                table: "Weeks",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LastWeek",
                table: "Weeks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "LockAt",
                table: "Weeks",
                type: "TEXT",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "OpensAt",
                table: "Weeks",
                type: "TEXT",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "OverriddenBy",
                table: "Weeks",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstSentAt",
                table: "Duties",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "Extensions",
                columns: table => new
                {
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Extensions", x => new { x.Week, x.Unit });
                    table.ForeignKey(
                        name: "FK_Extensions_Units_Unit",
                        column: x => x.Unit,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Extensions_Weeks_Week",
                        column: x => x.Week,
                        principalTable: "Weeks",
                        principalColumn: "Week",
                        onDelete: ReferentialAction.Restrict);
                });

            // Weeks that are there already were never merged; their hours follow from the timetable at the next start.
            migrationBuilder.Sql(
                "UPDATE [Weeks] SET [LastWeek] = [Week], [OpensAt] = [OpenedAt], [CountyReviewAt] = [DueAt], [CityReviewAt] = [DueAt], [LockAt] = [DueAt];");
            migrationBuilder.Sql(
                "UPDATE [Duties] SET [FirstSentAt] = (SELECT MIN([s].[SentAt]) FROM [Submissions] AS [s] "
                + "WHERE [s].[Week] = [Duties].[Week] AND [s].[Unit] = [Duties].[Unit] AND [s].[Form] = [Duties].[Form]);");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Weeks_LastWeek",
                table: "Weeks",
                sql: "[LastWeek] >= [Week]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "Extensions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Weeks_LastWeek",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "CityReviewAt",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "CountyReviewAt",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "Holidays",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "LastWeek",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "LockAt",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "OpensAt",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "OverriddenBy",
                table: "Weeks");

            migrationBuilder.DropColumn(
                name: "FirstSentAt",
                table: "Duties");
        }
    }
}
