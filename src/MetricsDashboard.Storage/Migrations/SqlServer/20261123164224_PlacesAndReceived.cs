using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MetricsDashboard.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PlacesAndReceived : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Cell",
                table: "SubmissionValues",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS",
                oldClrType: typeof(string),
                oldType: "nvarchar(32)",
                oldMaxLength: 32,
                oldNullable: true,
                oldCollation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AddColumn<int>(
                name: "Received",
                table: "PublishedFigures",
                type: "int",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Cell",
                table: "Observations",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS",
                oldClrType: typeof(string),
                oldType: "nvarchar(32)",
                oldMaxLength: 32,
                oldNullable: true,
                oldCollation: "Chinese_Simplified_Pinyin_100_CI_AS");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Received",
                table: "PublishedFigures");

            migrationBuilder.AlterColumn<string>(
                name: "Cell",
                table: "SubmissionValues",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS",
                oldClrType: typeof(string),
                oldType: "nvarchar(128)",
                oldMaxLength: 128,
                oldNullable: true,
                oldCollation: "Chinese_Simplified_Pinyin_100_CI_AS");

            migrationBuilder.AlterColumn<string>(
                name: "Cell",
                table: "Observations",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true,
                collation: "Chinese_Simplified_Pinyin_100_CI_AS",
                oldClrType: typeof(string),
                oldType: "nvarchar(128)",
                oldMaxLength: 128,
                oldNullable: true,
                oldCollation: "Chinese_Simplified_Pinyin_100_CI_AS");
        }
    }
}
