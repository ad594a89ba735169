using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublishedFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawn",
                table: "PublishedFigures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "PublishedFigures",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "PublishedFigures",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecordedBy",
                table: "PublishedFigures",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Replaces",
                table: "PublishedFigures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProvinceTables",
                columns: table => new
                {
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    PeriodKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Average = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Replaces = table.Column<int>(type: "INTEGER", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvinceTables", x => x.No);
                    table.ForeignKey(
                        name: "FK_ProvinceTables_Indicators_Indicator",
                        column: x => x.Indicator,
                        principalTable: "Indicators",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProvinceTables_ProvinceTables_Replaces",
                        column: x => x.Replaces,
                        principalTable: "ProvinceTables",
                        principalColumn: "No",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProvincePlaces",
                columns: table => new
                {
                    TableNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvincePlaces", x => new { x.TableNo, x.Line });
                    table.ForeignKey(
                        name: "FK_ProvincePlaces_ProvinceTables_TableNo",
                        column: x => x.TableNo,
                        principalTable: "ProvinceTables",
                        principalColumn: "No",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProvinceTables_Indicator",
                table: "ProvinceTables",
                column: "Indicator");

            migrationBuilder.CreateIndex(
                name: "UQ_ProvinceTables_Replaces",
                table: "ProvinceTables",
                column: "Replaces",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProvincePlaces");

            migrationBuilder.DropTable(
                name: "ProvinceTables");

            migrationBuilder.DropColumn(
                name: "IsWithdrawn",
                table: "PublishedFigures");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "PublishedFigures");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "PublishedFigures");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "PublishedFigures");

            migrationBuilder.DropColumn(
                name: "Replaces",
                table: "PublishedFigures");
        }
    }
}
