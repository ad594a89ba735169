using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HeldUploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Uploads",
                type: "varchar(16)",
                unicode: false,
                maxLength: 16,
                nullable: false,
                defaultValue: "Values",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "Uploads",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "Uploads",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<string>(
                name: "Explanations",
                table: "Uploads",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<bool>(
                name: "Hold",
                table: "Uploads",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "Explanations",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "Hold",
                table: "Uploads");
        }
    }
}
