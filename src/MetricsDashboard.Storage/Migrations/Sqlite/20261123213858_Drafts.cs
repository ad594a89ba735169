using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DraftCells",
                columns: table => new
                {
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Form = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Element = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    RowUnit = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftCells", x => new { x.Week, x.Unit, x.Form, x.Element, x.RowUnit });
                    table.ForeignKey(
                        name: "FK_DraftCells_Duties_Week_Unit_Form",
                        columns: x => new { x.Week, x.Unit, x.Form },
                        principalTable: "Duties",
                        principalColumns: new[] { "Week", "Unit", "Form" },
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftCells");
        }
    }
}
