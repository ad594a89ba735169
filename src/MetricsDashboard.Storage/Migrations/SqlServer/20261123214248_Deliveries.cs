using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Deliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AcceptedUnder",
                table: "Submissions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.CreateTable(
                name: "AcceptanceSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsAutomatic = table.Column<bool>(type: "bit", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Unit = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Post = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    OfficePhone = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Mobile = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    RemindFrom = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ChangedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contacts_Units_Unit",
                        column: x => x.Unit,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Channel = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Recipient = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Link = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Week = table.Column<int>(type: "int", nullable: true),
                    Unit = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Stage = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_Units_Unit",
                        column: x => x.Unit,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Weeks_Week",
                        column: x => x.Week,
                        principalTable: "Weeks",
                        principalColumn: "Week",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceSettings_ChangedAt",
                table: "AcceptanceSettings",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Unit",
                table: "Contacts",
                column: "Unit");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NextTryAt",
                table: "Deliveries",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Week_CreatedAt",
                table: "Deliveries",
                columns: new[] { "Week", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AcceptanceSettings");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropColumn(
                name: "AcceptedUnder",
                table: "Submissions");
        }
    }
}
