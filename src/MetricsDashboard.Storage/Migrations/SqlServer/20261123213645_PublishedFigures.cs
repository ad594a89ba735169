using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "PublishedFigures",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "PublishedFigures",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecordedBy",
                table: "PublishedFigures",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<int>(
                name: "Replaces",
                table: "PublishedFigures",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProvinceTables",
                columns: table => new
                {
                    No = table.Column<int>(type: "int", nullable: false),
                    Indicator = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PeriodKind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Period = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Document = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Average = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Replaces = table.Column<int>(type: "int", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "bit", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS")
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
                    TableNo = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: true)
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
                unique: true,
                filter: "[Replaces] IS NOT NULL");
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
