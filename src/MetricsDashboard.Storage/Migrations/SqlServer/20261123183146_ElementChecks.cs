using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ElementChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "RawText",
                table: "SubmissionValues",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<long>(
                name: "ChangeFloor",
                table: "DataElements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ChangePercent",
                table: "DataElements",
                type: "decimal(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IgnoresChange",
                table: "DataElements",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChangeFloor",
                table: "DataElements");

            migrationBuilder.DropColumn(
                name: "ChangePercent",
                table: "DataElements");

            migrationBuilder.DropColumn(
                name: "IgnoresChange",
                table: "DataElements");

            migrationBuilder.AlterColumn<string>(
                name: "RawText",
                table: "SubmissionValues",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS",
                oldClrType: typeof(string),
                oldType: "nvarchar(1000)",
                oldMaxLength: 1000,
                oldCollation: "Chinese_Simplified_Pinyin_100_CI_AS");
        }
    }
}
