using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.Sqlite
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
                type: "TEXT",
                unicode: false,
                maxLength: 16,
                nullable: false,
                defaultValue: "Values");

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "Uploads",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "Uploads",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Explanations",
                table: "Uploads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Hold",
                table: "Uploads",
                type: "INTEGER",
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
