using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "Observations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "IntakeSources",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "IntakeSources",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<int>(
                name: "ChangedVersion",
                table: "IntakeSources",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Cursor",
                table: "IntakeSources",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<bool>(
                name: "Enabled",
                table: "IntakeSources",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "FailingSince",
                table: "IntakeSources",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "IntakeSources",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "IntakeSources",
                type: "varchar(16)",
                unicode: false,
                maxLength: 16,
                nullable: false,
                defaultValue: "table",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastRunAt",
                table: "IntakeSources",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastSuccessAt",
                table: "IntakeSources",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "IntakeSources",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<string>(
                name: "Schedule",
                table: "IntakeSources",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Secret",
                table: "IntakeSources",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "IntakeSources",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.CreateTable(
                name: "CardThresholds",
                columns: table => new
                {
                    No = table.Column<int>(type: "int", nullable: false),
                    WarningWorkdays = table.Column<int>(type: "int", nullable: false),
                    YellowOnDueDay = table.Column<bool>(type: "bit", nullable: false),
                    RedAfterWorkdays = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    ChangedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardThresholds", x => x.No);
                });

            migrationBuilder.CreateTable(
                name: "CasePast",
                columns: table => new
                {
                    CaseNo = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Unit = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ItemCode = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Card = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Cause = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    PromisedDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    StatutoryDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    WarningAfter = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    YellowAfter = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RedAfter = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CardSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TrueSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePast", x => new { x.CaseNo, x.Version });
                    table.ForeignKey(
                        name: "FK_CasePast_Units_Unit",
                        column: x => x.Unit,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    CaseNo = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AgreedCause = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ItemCode = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Card = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Cause = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    PromisedDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    StatutoryDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    WarningAfter = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    YellowAfter = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RedAfter = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CardSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TrueSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.CaseNo);
                    table.ForeignKey(
                        name: "FK_Cases_Units_Unit",
                        column: x => x.Unit,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Meaning = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SaidBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    SaidAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseTerms_IntakeSources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "IntakeSources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ElementOrigins",
                columns: table => new
                {
                    Element = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromWeek = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Origin = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElementOrigins", x => new { x.Element, x.FromWeek, x.No });
                    table.ForeignKey(
                        name: "FK_ElementOrigins_DataElements_Element",
                        column: x => x.Element,
                        principalTable: "DataElements",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Trigger = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    State = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    StartedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    FinishedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CancelledBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Expected = table.Column<int>(type: "int", nullable: true),
                    Read = table.Column<int>(type: "int", nullable: false),
                    Created = table.Column<int>(type: "int", nullable: false),
                    Revised = table.Column<int>(type: "int", nullable: false),
                    Unchanged = table.Column<int>(type: "int", nullable: false),
                    Held = table.Column<int>(type: "int", nullable: false),
                    Rejected = table.Column<int>(type: "int", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    UploadId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                    table.CheckConstraint("CK_Runs_Counts", "[Read] = [Created] + [Revised] + [Unchanged] + [Held] + [Rejected]");
                    table.ForeignKey(
                        name: "FK_Runs_IntakeSources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "IntakeSources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Runs_Uploads_UploadId",
                        column: x => x.UploadId,
                        principalTable: "Uploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseNo = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Cause = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    WrittenBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    WrittenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseNotes_Cases_CaseNo",
                        column: x => x.CaseNo,
                        principalTable: "Cases",
                        principalColumn: "CaseNo",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseItems",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseItems", x => x.Code);
                    table.ForeignKey(
                        name: "FK_CaseItems_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HeldCases",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseNo = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldCases", x => new { x.SourceId, x.CaseNo, x.Version });
                    table.ForeignKey(
                        name: "FK_HeldCases_IntakeSources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "IntakeSources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeldCases_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RunRejects",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS"),
                    Message = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Chinese_Simplified_Pinyin_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunRejects", x => new { x.RunId, x.No });
                    table.ForeignKey(
                        name: "FK_RunRejects_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_CaseNo_WrittenAt",
                table: "CaseNotes",
                columns: new[] { "CaseNo", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePast_ValidUntil",
                table: "CasePast",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EndedAt",
                table: "Cases",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTerms_SourceId_SaidAt",
                table: "CaseTerms",
                columns: new[] { "SourceId", "SaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_SourceId_StartedAt",
                table: "Runs",
                columns: new[] { "SourceId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_StartedAt",
                table: "Runs",
                column: "StartedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardThresholds");

            migrationBuilder.DropTable(
                name: "CaseItems");

            migrationBuilder.DropTable(
                name: "CaseNotes");

            migrationBuilder.DropTable(
                name: "CasePast");

            migrationBuilder.DropTable(
                name: "CaseTerms");

            migrationBuilder.DropTable(
                name: "ElementOrigins");

            migrationBuilder.DropTable(
                name: "HeldCases");

            migrationBuilder.DropTable(
                name: "RunRejects");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Runs");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "ChangedVersion",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Cursor",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Enabled",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "FailingSince",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Failures",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "LastRunAt",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "LastSuccessAt",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Schedule",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Secret",
                table: "IntakeSources");

            migrationBuilder.DropColumn(
                name: "Settings",
                table: "IntakeSources");
        }
    }
}
