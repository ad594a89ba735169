IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [CatalogueVersions] (
    [Version] int NOT NULL,
    [RecordedAt] datetime2(3) NOT NULL,
    [RecordedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    CONSTRAINT [PK_CatalogueVersions] PRIMARY KEY ([Version])
);

CREATE TABLE [DataProtectionKeys] (
    [Id] int NOT NULL IDENTITY,
    [FriendlyName] nvarchar(200) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Xml] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
);

CREATE TABLE [Forms] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [AskedOf] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SuppliedBy] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Rows] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Order] int NOT NULL,
    [Note] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_Forms] PRIMARY KEY ([Code])
);

CREATE TABLE [Indicators] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Order] int NOT NULL,
    [InternalNo] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Numerator] varchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    [Denominator] varchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    [Unit] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Decimals] int NOT NULL,
    [TextStyle] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Direction] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [InReport] bit NOT NULL,
    [MinBase] bigint NULL,
    [ValidFrom] int NULL,
    CONSTRAINT [PK_Indicators] PRIMARY KEY ([Code]),
    CONSTRAINT [CK_Indicators_Decimals] CHECK ([Decimals] BETWEEN 0 AND 2)
);

CREATE TABLE [Installation] (
    [Id] int NOT NULL,
    [FirstWeek] int NOT NULL,
    [IsDemonstration] bit NOT NULL,
    [InstalledAt] datetime2(3) NOT NULL,
    [DemonstrationAnchor] datetime2(3) NULL,
    CONSTRAINT [PK_Installation] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Installation_One] CHECK ([Id] = 1)
);

CREATE TABLE [JobSlots] (
    [Job] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Slot] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [TakenAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_JobSlots] PRIMARY KEY ([Job], [Slot])
);

CREATE TABLE [Units] (
    [Code] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ShortName] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Parent] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Order] int NOT NULL,
    [RankingGroup] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Included] bit NOT NULL,
    [Active] bit NOT NULL,
    [ValidFrom] int NULL,
    [ValidTo] int NULL,
    CONSTRAINT [PK_Units] PRIMARY KEY ([Code]),
    CONSTRAINT [FK_Units_Units_Parent] FOREIGN KEY ([Parent]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [Uploads] (
    [Id] uniqueidentifier NOT NULL,
    [FileName] nvarchar(255) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Size] int NOT NULL,
    [Sha256] char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Form] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Week] int NULL,
    [Channel] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SentBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [SenderRole] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SenderUnit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [SentAt] datetime2(3) NOT NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [LeaseUntil] datetime2(3) NULL,
    [Attempts] int NOT NULL,
    [FinishedAt] datetime2(3) NULL,
    [Outcome] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [FailureReference] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Uploads] PRIMARY KEY ([Id])
);

CREATE TABLE [Weeks] (
    [Week] int NOT NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IssueYear] int NULL,
    [Issue] int NULL,
    [TotalIssue] int NULL,
    [DueAt] datetime2(3) NOT NULL,
    [OpenedAt] datetime2(3) NOT NULL,
    [ClosedAt] datetime2(3) NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Weeks] PRIMARY KEY ([Week]),
    CONSTRAINT [CK_Weeks_Week] CHECK ([Week] BETWEEN 200001 AND 209953)
);

CREATE TABLE [DataElements] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Order] int NOT NULL,
    [Name] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Measure] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Nature] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Form] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [ObservedAt] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [MaxElement] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [RollUp] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Minimum] bigint NOT NULL,
    [Maximum] bigint NULL,
    [Optional] bit NOT NULL,
    [WhenMissing] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValidFrom] int NULL,
    CONSTRAINT [PK_DataElements] PRIMARY KEY ([Code]),
    CONSTRAINT [CK_DataElements_Range] CHECK ([Minimum] >= 0 AND ([Maximum] IS NULL OR [Maximum] >= [Minimum])),
    CONSTRAINT [FK_DataElements_DataElements_MaxElement] FOREIGN KEY ([MaxElement]) REFERENCES [DataElements] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_DataElements_Forms_Form] FOREIGN KEY ([Form]) REFERENCES [Forms] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [ApiTokens] (
    [Id] char(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Hash] binary(32) NOT NULL,
    [Name] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Role] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [CreatedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [CreatedAt] datetime2(3) NOT NULL,
    [ExpiresAt] datetime2(3) NOT NULL,
    [RevokedAt] datetime2(3) NULL,
    CONSTRAINT [PK_ApiTokens] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ApiTokens_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [PublishedFigures] (
    [No] int NOT NULL,
    [Indicator] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [PeriodKind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] decimal(18,4) NULL,
    [Bound] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProvinceRank] int NULL,
    [RankText] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [IsBaseline] bit NOT NULL,
    [Label] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Document] nvarchar(300) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_PublishedFigures] PRIMARY KEY ([No]),
    CONSTRAINT [FK_PublishedFigures_Indicators_Indicator] FOREIGN KEY ([Indicator]) REFERENCES [Indicators] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_PublishedFigures_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [Targets] (
    [No] int NOT NULL,
    [Indicator] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValidFrom] int NOT NULL,
    [ValidTo] int NULL,
    [Value] decimal(18,4) NOT NULL,
    [YellowLimit] decimal(18,4) NULL,
    [Document] nvarchar(300) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Targets] PRIMARY KEY ([No]),
    CONSTRAINT [FK_Targets_Indicators_Indicator] FOREIGN KEY ([Indicator]) REFERENCES [Indicators] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Targets_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [Users] (
    [Id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Role] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [DisplayName] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [MustChangePassword] bit NOT NULL,
    [UserName] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [NormalizedUserName] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Email] nvarchar(255) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [NormalizedEmail] nvarchar(255) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [EmailConfirmed] bit NOT NULL,
    [PasswordHash] varchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    [SecurityStamp] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyStamp] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [PhoneNumber] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [PhoneNumberConfirmed] bit NOT NULL,
    [TwoFactorEnabled] bit NOT NULL,
    [LockoutEnd] datetime2(3) NULL,
    [LockoutEnabled] bit NOT NULL,
    [AccessFailedCount] int NOT NULL,
    CONSTRAINT [PK_Users] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Users_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [UploadFiles] (
    [UploadId] uniqueidentifier NOT NULL,
    [Bytes] varbinary(max) NOT NULL,
    CONSTRAINT [PK_UploadFiles] PRIMARY KEY ([UploadId]),
    CONSTRAINT [FK_UploadFiles_Uploads_UploadId] FOREIGN KEY ([UploadId]) REFERENCES [Uploads] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Duties] (
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Form] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DueAt] datetime2(3) NOT NULL,
    [Round] int NOT NULL,
    CONSTRAINT [PK_Duties] PRIMARY KEY ([Week], [Unit], [Form]),
    CONSTRAINT [FK_Duties_Forms_Form] FOREIGN KEY ([Form]) REFERENCES [Forms] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Duties_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Duties_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [Editions] (
    [Id] int NOT NULL,
    [Week] int NOT NULL,
    [No] int NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AsOf] datetime2(3) NOT NULL,
    [CatalogueVersion] int NOT NULL,
    [ContentHash] char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Editions] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Editions_Id] CHECK ([Id] = [Week] * 1000 + [No]),
    CONSTRAINT [FK_Editions_CatalogueVersions_CatalogueVersion] FOREIGN KEY ([CatalogueVersion]) REFERENCES [CatalogueVersions] ([Version]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Editions_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [Reports] (
    [Week] int NOT NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DocumentJson] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [DraftedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [DraftedAt] datetime2(3) NOT NULL,
    [IssuedOn] date NULL,
    [PublishedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [PublishedAt] datetime2(3) NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Reports] PRIMARY KEY ([Week]),
    CONSTRAINT [FK_Reports_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [UserClaims] (
    [Id] int NOT NULL IDENTITY,
    [UserId] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ClaimType] nvarchar(200) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [ClaimValue] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_UserClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_UserClaims_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [UserLogins] (
    [LoginProvider] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProviderKey] varchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProviderDisplayName] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [UserId] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_UserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
    CONSTRAINT [FK_UserLogins_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [UserTokens] (
    [UserId] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [LoginProvider] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] nvarchar(2000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_UserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
    CONSTRAINT [FK_UserTokens_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Submissions] (
    [Id] uniqueidentifier NOT NULL,
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Form] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Round] int NOT NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [UploadId] uniqueidentifier NOT NULL,
    [SentBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [SentAt] datetime2(3) NOT NULL,
    [ValuesSha256] char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValueCount] int NOT NULL,
    [DecidedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [DecidedAt] datetime2(3) NULL,
    [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Submissions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Submissions_Duties_Week_Unit_Form] FOREIGN KEY ([Week], [Unit], [Form]) REFERENCES [Duties] ([Week], [Unit], [Form]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Submissions_Uploads_UploadId] FOREIGN KEY ([UploadId]) REFERENCES [Uploads] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Snapshots] (
    [EditionId] int NOT NULL,
    [Indicator] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Numerator] bigint NULL,
    [Denominator] bigint NULL,
    [Value] decimal(21,2) NULL,
    [Reported] int NOT NULL,
    [Carried] int NOT NULL,
    [Expected] int NOT NULL,
    [Rank] int NULL,
    [Unranked] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Light] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [ChangeAmount] decimal(21,2) NULL,
    [ChangeIsExactlyZero] bit NULL,
    [ChangeUnits] int NULL,
    [ChangeWhole] bit NULL,
    CONSTRAINT [PK_Snapshots] PRIMARY KEY ([EditionId], [Indicator], [Unit]),
    CONSTRAINT [FK_Snapshots_Editions_EditionId] FOREIGN KEY ([EditionId]) REFERENCES [Editions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Snapshots_Indicators_Indicator] FOREIGN KEY ([Indicator]) REFERENCES [Indicators] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Snapshots_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [ReportEditions] (
    [ReportWeek] int NOT NULL,
    [EditionId] int NOT NULL,
    CONSTRAINT [PK_ReportEditions] PRIMARY KEY ([ReportWeek], [EditionId]),
    CONSTRAINT [FK_ReportEditions_Editions_EditionId] FOREIGN KEY ([EditionId]) REFERENCES [Editions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ReportEditions_Reports_ReportWeek] FOREIGN KEY ([ReportWeek]) REFERENCES [Reports] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [ReportFiles] (
    [ReportWeek] int NOT NULL,
    [Format] varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Sha256] char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Bytes] varbinary(max) NOT NULL,
    CONSTRAINT [PK_ReportFiles] PRIMARY KEY ([ReportWeek], [Format]),
    CONSTRAINT [FK_ReportFiles_Reports_ReportWeek] FOREIGN KEY ([ReportWeek]) REFERENCES [Reports] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [Observations] (
    [Week] int NOT NULL,
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Origin] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Revision] int NOT NULL,
    [Value] bigint NOT NULL,
    [SubmissionId] uniqueidentifier NULL,
    [Sheet] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Cell] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [RecordedAt] datetime2(3) NOT NULL,
    [RecordedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_Observations] PRIMARY KEY ([Week], [Element], [Unit], [Origin], [Revision]),
    CONSTRAINT [CK_Observations_Value] CHECK ([Value] >= 0),
    CONSTRAINT [FK_Observations_DataElements_Element] FOREIGN KEY ([Element]) REFERENCES [DataElements] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Observations_Submissions_SubmissionId] FOREIGN KEY ([SubmissionId]) REFERENCES [Submissions] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Observations_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Observations_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [SubmissionValues] (
    [SubmissionId] uniqueidentifier NOT NULL,
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] bigint NULL,
    [RawText] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Sheet] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Cell] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_SubmissionValues] PRIMARY KEY ([SubmissionId], [Element], [Unit]),
    CONSTRAINT [FK_SubmissionValues_Submissions_SubmissionId] FOREIGN KEY ([SubmissionId]) REFERENCES [Submissions] ([Id]) ON DELETE NO ACTION
);

CREATE UNIQUE INDEX [UQ_Editions_Week_No] ON [Editions] ([Week], [No]);

CREATE INDEX [IX_Observations_Unit_Element_Week_Origin_Revision_Value] ON [Observations] ([Unit], [Element], [Week], [Origin], [Revision], [Value]);

CREATE INDEX [IX_Submissions_State_Week] ON [Submissions] ([State], [Week]);

CREATE INDEX [IX_Submissions_UploadId] ON [Submissions] ([UploadId]);

CREATE UNIQUE INDEX [UQ_Submissions_Week_Unit_Form_Round] ON [Submissions] ([Week], [Unit], [Form], [Round]);

CREATE INDEX [IX_Units_Parent] ON [Units] ([Parent]);

CREATE INDEX [IX_Uploads_SentAt] ON [Uploads] ([SentAt]);

CREATE INDEX [IX_Uploads_SentBy_SentAt] ON [Uploads] ([SentBy], [SentAt]);

CREATE INDEX [IX_Uploads_State_LeaseUntil] ON [Uploads] ([State], [LeaseUntil]);

CREATE INDEX [IX_UserClaims_UserId] ON [UserClaims] ([UserId]);

CREATE INDEX [IX_UserLogins_UserId] ON [UserLogins] ([UserId]);

CREATE INDEX [IX_Users_NormalizedEmail] ON [Users] ([NormalizedEmail]);

CREATE UNIQUE INDEX [UQ_Users_NormalizedUserName] ON [Users] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL;

CREATE UNIQUE INDEX [UQ_Weeks_IssueYear_Issue] ON [Weeks] ([IssueYear], [Issue]) WHERE [IssueYear] IS NOT NULL AND [Issue] IS NOT NULL;

CREATE UNIQUE INDEX [UQ_Weeks_TotalIssue] ON [Weeks] ([TotalIssue]) WHERE [TotalIssue] IS NOT NULL;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123150210_Initial', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [SessionTickets] (
    [Id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] varbinary(8000) NOT NULL,
    [ExpiresAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_SessionTickets] PRIMARY KEY ([Id])
);

CREATE INDEX [IX_SessionTickets_ExpiresAt] ON [SessionTickets] ([ExpiresAt]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123155050_SessionTickets', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
DECLARE @var nvarchar(max);
SELECT @var = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[SubmissionValues]') AND [c].[name] = N'Cell');
IF @var IS NOT NULL EXEC(N'ALTER TABLE [SubmissionValues] DROP CONSTRAINT ' + @var + ';');
ALTER TABLE [SubmissionValues] ALTER COLUMN [Cell] nvarchar(128) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [PublishedFigures] ADD [Received] int NULL;

DECLARE @var1 nvarchar(max);
SELECT @var1 = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Observations]') AND [c].[name] = N'Cell');
IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [Observations] DROP CONSTRAINT ' + @var1 + ';');
ALTER TABLE [Observations] ALTER COLUMN [Cell] nvarchar(128) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123164224_PlacesAndReceived', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Weeks] ADD [CityReviewAt] datetime2(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000';

ALTER TABLE [Weeks] ADD [CountyReviewAt] datetime2(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000';

ALTER TABLE [Weeks] ADD [Holidays] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [Weeks] ADD [LastWeek] int NOT NULL DEFAULT 0;

ALTER TABLE [Weeks] ADD [LockAt] datetime2(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000';

ALTER TABLE [Weeks] ADD [OpensAt] datetime2(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000';

ALTER TABLE [Weeks] ADD [OverriddenBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [Duties] ADD [FirstSentAt] datetime2(3) NULL;

CREATE TABLE [CalendarDays] (
    [Date] date NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_CalendarDays] PRIMARY KEY ([Date])
);

CREATE TABLE [Extensions] (
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Until] datetime2(3) NOT NULL,
    [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [GrantedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [GrantedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_Extensions] PRIMARY KEY ([Week], [Unit]),
    CONSTRAINT [FK_Extensions_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Extensions_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

UPDATE [Weeks] SET [LastWeek] = [Week], [OpensAt] = [OpenedAt], [CountyReviewAt] = [DueAt], [CityReviewAt] = [DueAt], [LockAt] = [DueAt];

UPDATE [Duties] SET [FirstSentAt] = (SELECT MIN([s].[SentAt]) FROM [Submissions] AS [s] WHERE [s].[Week] = [Duties].[Week] AND [s].[Unit] = [Duties].[Unit] AND [s].[Form] = [Duties].[Form]);

ALTER TABLE [Weeks] ADD CONSTRAINT [CK_Weeks_LastWeek] CHECK ([LastWeek] >= [Week]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123173733_Timetable', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Submissions] ADD [OnBehalf] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [Submissions] ADD [ReviewedAt] datetime2(3) NULL;

ALTER TABLE [Submissions] ADD [ReviewedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

CREATE TABLE [Corrections] (
    [Id] uniqueidentifier NOT NULL,
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RowUnit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [OldValue] bigint NOT NULL,
    [NewValue] bigint NOT NULL,
    [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [RequestedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [RequestedAt] datetime2(3) NOT NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DecidedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [DecidedAt] datetime2(3) NULL,
    [Answer] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Corrections] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Corrections_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Corrections_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [Deputies] (
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Person] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Until] date NOT NULL,
    [NamedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [NamedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_Deputies] PRIMARY KEY ([Unit], [Person]),
    CONSTRAINT [FK_Deputies_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [SubmissionNotes] (
    [Id] uniqueidentifier NOT NULL,
    [SubmissionId] uniqueidentifier NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Text] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [WrittenBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [WrittenAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_SubmissionNotes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_SubmissionNotes_Submissions_SubmissionId] FOREIGN KEY ([SubmissionId]) REFERENCES [Submissions] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [UnitPractices] (
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ReviewsItself] bit NOT NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_UnitPractices] PRIMARY KEY ([Unit]),
    CONSTRAINT [FK_UnitPractices_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE INDEX [IX_Corrections_State_Week] ON [Corrections] ([State], [Week]);

CREATE INDEX [IX_Corrections_Week_Unit] ON [Corrections] ([Week], [Unit]);

CREATE INDEX [IX_SubmissionNotes_SubmissionId] ON [SubmissionNotes] ([SubmissionId]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123181444_Review', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
DECLARE @var2 nvarchar(max);
SELECT @var2 = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[SubmissionValues]') AND [c].[name] = N'RawText');
IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [SubmissionValues] DROP CONSTRAINT ' + @var2 + ';');
ALTER TABLE [SubmissionValues] ALTER COLUMN [RawText] nvarchar(1000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL;

ALTER TABLE [DataElements] ADD [ChangeFloor] bigint NULL;

ALTER TABLE [DataElements] ADD [ChangePercent] decimal(18,4) NULL;

ALTER TABLE [DataElements] ADD [IgnoresChange] bit NOT NULL DEFAULT CAST(0 AS bit);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123183146_ElementChecks', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [Calls] (
    [Id] uniqueidentifier NOT NULL,
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [CalledBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [CalledAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_Calls] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Calls_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Calls_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE TABLE [Messages] (
    [Id] uniqueidentifier NOT NULL,
    [Recipient] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Subject] nvarchar(200) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Text] nvarchar(1000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Link] varchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [SentAt] datetime2(3) NOT NULL,
    [ReadAt] datetime2(3) NULL,
    CONSTRAINT [PK_Messages] PRIMARY KEY ([Id])
);

CREATE TABLE [Reminders] (
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Stage] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SentAt] datetime2(3) NOT NULL,
    [Recipients] int NOT NULL,
    [Missing] nvarchar(1000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Reminders] PRIMARY KEY ([Week], [Unit], [Stage]),
    CONSTRAINT [FK_Reminders_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Reminders_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE INDEX [IX_Calls_Week_Unit] ON [Calls] ([Week], [Unit]);

CREATE INDEX [IX_Messages_Recipient_SentAt] ON [Messages] ([Recipient], [SentAt]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123185121_Reminders', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Uploads] ADD [Basis] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT 'Values';

ALTER TABLE [Uploads] ADD [DecidedAt] datetime2(3) NULL;

ALTER TABLE [Uploads] ADD [DecidedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [Uploads] ADD [Explanations] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [Uploads] ADD [Hold] bit NOT NULL DEFAULT CAST(0 AS bit);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123191049_HeldUploads', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [PublishedFigures] ADD [IsWithdrawn] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [PublishedFigures] ADD [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [PublishedFigures] ADD [RecordedAt] datetime2(3) NULL;

ALTER TABLE [PublishedFigures] ADD [RecordedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [PublishedFigures] ADD [Replaces] int NULL;

CREATE TABLE [ProvinceTables] (
    [No] int NOT NULL,
    [Indicator] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [PeriodKind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Document] nvarchar(300) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Average] decimal(18,4) NULL,
    [Replaces] int NULL,
    [IsWithdrawn] bit NOT NULL,
    [RecordedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [RecordedAt] datetime2(3) NOT NULL,
    [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    CONSTRAINT [PK_ProvinceTables] PRIMARY KEY ([No]),
    CONSTRAINT [FK_ProvinceTables_Indicators_Indicator] FOREIGN KEY ([Indicator]) REFERENCES [Indicators] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ProvinceTables_ProvinceTables_Replaces] FOREIGN KEY ([Replaces]) REFERENCES [ProvinceTables] ([No]) ON DELETE NO ACTION
);

CREATE TABLE [ProvincePlaces] (
    [TableNo] int NOT NULL,
    [Line] int NOT NULL,
    [Place] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Value] decimal(18,4) NULL,
    [Rank] int NULL,
    CONSTRAINT [PK_ProvincePlaces] PRIMARY KEY ([TableNo], [Line]),
    CONSTRAINT [FK_ProvincePlaces_ProvinceTables_TableNo] FOREIGN KEY ([TableNo]) REFERENCES [ProvinceTables] ([No]) ON DELETE NO ACTION
);

CREATE INDEX [IX_ProvinceTables_Indicator] ON [ProvinceTables] ([Indicator]);

CREATE UNIQUE INDEX [UQ_ProvinceTables_Replaces] ON [ProvinceTables] ([Replaces]) WHERE [Replaces] IS NOT NULL;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123213645_PublishedFigures', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [DraftCells] (
    [Week] int NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Form] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RowUnit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(4000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Version] uniqueidentifier NOT NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_DraftCells] PRIMARY KEY ([Week], [Unit], [Form], [Element], [RowUnit]),
    CONSTRAINT [FK_DraftCells_Duties_Week_Unit_Form] FOREIGN KEY ([Week], [Unit], [Form]) REFERENCES [Duties] ([Week], [Unit], [Form]) ON DELETE NO ACTION
);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123213901_Drafts', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Uploads] ADD [MappingId] uniqueidentifier NULL;

ALTER TABLE [Uploads] ADD [SourceId] uniqueidentifier NULL;

CREATE TABLE [IntakeSources] (
    [Id] uniqueidentifier NOT NULL,
    [Name] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [CreatedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [CreatedAt] datetime2(3) NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_IntakeSources] PRIMARY KEY ([Id])
);

CREATE TABLE [Verifications] (
    [Id] uniqueidentifier NOT NULL,
    [SubmissionId] uniqueidentifier NOT NULL,
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] bigint NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [WrittenBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [WrittenAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_Verifications] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Verifications_Submissions_SubmissionId] FOREIGN KEY ([SubmissionId]) REFERENCES [Submissions] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [IntakeMappings] (
    [Id] uniqueidentifier NOT NULL,
    [SourceId] uniqueidentifier NOT NULL,
    [Form] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [No] int NOT NULL,
    [Content] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [SavedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [SavedAt] datetime2(3) NOT NULL,
    [RetiredBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [RetiredAt] datetime2(3) NULL,
    CONSTRAINT [PK_IntakeMappings] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_IntakeMappings_Forms_Form] FOREIGN KEY ([Form]) REFERENCES [Forms] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_IntakeMappings_IntakeSources_SourceId] FOREIGN KEY ([SourceId]) REFERENCES [IntakeSources] ([Id]) ON DELETE NO ACTION
);

CREATE UNIQUE INDEX [UQ_IntakeMappings_Source_Form_No] ON [IntakeMappings] ([SourceId], [Form], [No]);

CREATE UNIQUE INDEX [UQ_IntakeSources_Name] ON [IntakeSources] ([Name]);

CREATE INDEX [IX_Verifications_SubmissionId_WrittenAt] ON [Verifications] ([SubmissionId], [WrittenAt]);

ALTER TABLE [Uploads] ADD CONSTRAINT [FK_Uploads_IntakeMappings_MappingId] FOREIGN KEY ([MappingId]) REFERENCES [IntakeMappings] ([Id]) ON DELETE NO ACTION;

ALTER TABLE [Uploads] ADD CONSTRAINT [FK_Uploads_IntakeSources_SourceId] FOREIGN KEY ([SourceId]) REFERENCES [IntakeSources] ([Id]) ON DELETE NO ACTION;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123214059_CityWorkbooks', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Submissions] ADD [AcceptedUnder] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

CREATE TABLE [AcceptanceSettings] (
    [Id] uniqueidentifier NOT NULL,
    [IsAutomatic] bit NOT NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_AcceptanceSettings] PRIMARY KEY ([Id])
);

CREATE TABLE [Contacts] (
    [Id] uniqueidentifier NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Post] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [OfficePhone] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Mobile] nvarchar(32) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Email] nvarchar(200) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [RemindFrom] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_Contacts] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Contacts_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [Deliveries] (
    [Id] uniqueidentifier NOT NULL,
    [Channel] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Recipient] nvarchar(200) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Subject] nvarchar(200) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Text] nvarchar(4000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Link] varchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Week] int NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Stage] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Attempts] int NOT NULL,
    [NextTryAt] datetime2(3) NOT NULL,
    [LastError] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [CreatedAt] datetime2(3) NOT NULL,
    [SentAt] datetime2(3) NULL,
    CONSTRAINT [PK_Deliveries] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Deliveries_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Deliveries_Weeks_Week] FOREIGN KEY ([Week]) REFERENCES [Weeks] ([Week]) ON DELETE NO ACTION
);

CREATE INDEX [IX_AcceptanceSettings_ChangedAt] ON [AcceptanceSettings] ([ChangedAt]);

CREATE INDEX [IX_Contacts_Unit] ON [Contacts] ([Unit]);

CREATE INDEX [IX_Deliveries_State_NextTryAt] ON [Deliveries] ([State], [NextTryAt]);

CREATE INDEX [IX_Deliveries_Week_CreatedAt] ON [Deliveries] ([Week], [CreatedAt]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123214248_Deliveries', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Observations] ADD [RunId] uniqueidentifier NULL;

ALTER TABLE [IntakeSources] ADD [ChangedAt] datetime2(3) NULL;

ALTER TABLE [IntakeSources] ADD [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [IntakeSources] ADD [ChangedVersion] int NOT NULL DEFAULT 0;

ALTER TABLE [IntakeSources] ADD [Cursor] nvarchar(400) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [IntakeSources] ADD [Enabled] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [IntakeSources] ADD [FailingSince] datetime2(3) NULL;

ALTER TABLE [IntakeSources] ADD [Failures] int NOT NULL DEFAULT 0;

ALTER TABLE [IntakeSources] ADD [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT 'table';

ALTER TABLE [IntakeSources] ADD [LastRunAt] datetime2(3) NULL;

ALTER TABLE [IntakeSources] ADD [LastSuccessAt] datetime2(3) NULL;

ALTER TABLE [IntakeSources] ADD [Notes] nvarchar(4000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [IntakeSources] ADD [Schedule] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE [IntakeSources] ADD [Secret] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

ALTER TABLE [IntakeSources] ADD [Settings] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL;

CREATE TABLE [CardThresholds] (
    [No] int NOT NULL,
    [WarningWorkdays] int NOT NULL,
    [YellowOnDueDay] bit NOT NULL,
    [RedAfterWorkdays] int NULL,
    [Reason] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_CardThresholds] PRIMARY KEY ([No])
);

CREATE TABLE [CasePast] (
    [CaseNo] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] bigint NOT NULL,
    [ValidUntil] datetime2(3) NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ItemCode] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Status] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Card] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Cause] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [AcceptedAt] datetime2(3) NOT NULL,
    [PromisedDue] datetime2(3) NULL,
    [StatutoryDue] datetime2(3) NULL,
    [CompletedAt] datetime2(3) NULL,
    [WarningAfter] datetime2(3) NULL,
    [YellowAfter] datetime2(3) NULL,
    [RedAfter] datetime2(3) NULL,
    [CardSince] datetime2(3) NULL,
    [TrueSince] datetime2(3) NOT NULL,
    [ValidFrom] datetime2(3) NOT NULL,
    [RunId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CasePast] PRIMARY KEY ([CaseNo], [Version]),
    CONSTRAINT [FK_CasePast_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [Cases] (
    [CaseNo] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndedAt] datetime2(3) NULL,
    [AgreedCause] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Version] bigint NOT NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ItemCode] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Status] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Card] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Cause] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [AcceptedAt] datetime2(3) NOT NULL,
    [PromisedDue] datetime2(3) NULL,
    [StatutoryDue] datetime2(3) NULL,
    [CompletedAt] datetime2(3) NULL,
    [WarningAfter] datetime2(3) NULL,
    [YellowAfter] datetime2(3) NULL,
    [RedAfter] datetime2(3) NULL,
    [CardSince] datetime2(3) NULL,
    [TrueSince] datetime2(3) NOT NULL,
    [ValidFrom] datetime2(3) NOT NULL,
    [RunId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Cases] PRIMARY KEY ([CaseNo]),
    CONSTRAINT [FK_Cases_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [CaseTerms] (
    [Id] uniqueidentifier NOT NULL,
    [SourceId] uniqueidentifier NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Meaning] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SaidBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [SaidAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_CaseTerms] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CaseTerms_IntakeSources_SourceId] FOREIGN KEY ([SourceId]) REFERENCES [IntakeSources] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [ElementOrigins] (
    [Element] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [FromWeek] int NOT NULL,
    [No] int NOT NULL,
    [Origin] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ChangedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [ChangedAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_ElementOrigins] PRIMARY KEY ([Element], [FromWeek], [No]),
    CONSTRAINT [FK_ElementOrigins_DataElements_Element] FOREIGN KEY ([Element]) REFERENCES [DataElements] ([Code]) ON DELETE NO ACTION
);

CREATE TABLE [Runs] (
    [Id] uniqueidentifier NOT NULL,
    [SourceId] uniqueidentifier NOT NULL,
    [Trigger] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [FileName] nvarchar(255) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [State] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [StartedAt] datetime2(3) NOT NULL,
    [StartedBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [FinishedAt] datetime2(3) NULL,
    [LeaseUntil] datetime2(3) NOT NULL,
    [CancelledBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [Expected] int NULL,
    [Read] int NOT NULL,
    [Created] int NOT NULL,
    [Revised] int NOT NULL,
    [Unchanged] int NOT NULL,
    [Held] int NOT NULL,
    [Rejected] int NOT NULL,
    [Message] nvarchar(1000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [UploadId] uniqueidentifier NULL,
    CONSTRAINT [PK_Runs] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Runs_Counts] CHECK ([Read] = [Created] + [Revised] + [Unchanged] + [Held] + [Rejected]),
    CONSTRAINT [FK_Runs_IntakeSources_SourceId] FOREIGN KEY ([SourceId]) REFERENCES [IntakeSources] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Runs_Uploads_UploadId] FOREIGN KEY ([UploadId]) REFERENCES [Uploads] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [CaseNotes] (
    [Id] uniqueidentifier NOT NULL,
    [CaseNo] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Cause] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Until] date NULL,
    [Text] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [WrittenBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [WrittenAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_CaseNotes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CaseNotes_Cases_CaseNo] FOREIGN KEY ([CaseNo]) REFERENCES [Cases] ([CaseNo]) ON DELETE NO ACTION
);

CREATE TABLE [CaseItems] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(300) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [RunId] uniqueidentifier NOT NULL,
    [FirstSeenAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_CaseItems] PRIMARY KEY ([Code]),
    CONSTRAINT [FK_CaseItems_Runs_RunId] FOREIGN KEY ([RunId]) REFERENCES [Runs] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [HeldCases] (
    [SourceId] uniqueidentifier NOT NULL,
    [CaseNo] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] bigint NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Content] nvarchar(max) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [RunId] uniqueidentifier NOT NULL,
    [HeldAt] datetime2(3) NOT NULL,
    CONSTRAINT [PK_HeldCases] PRIMARY KEY ([SourceId], [CaseNo], [Version]),
    CONSTRAINT [FK_HeldCases_IntakeSources_SourceId] FOREIGN KEY ([SourceId]) REFERENCES [IntakeSources] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_HeldCases_Runs_RunId] FOREIGN KEY ([RunId]) REFERENCES [Runs] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [RunRejects] (
    [RunId] uniqueidentifier NOT NULL,
    [No] int NOT NULL,
    [Place] nvarchar(128) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Text] nvarchar(2000) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Message] nvarchar(500) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    CONSTRAINT [PK_RunRejects] PRIMARY KEY ([RunId], [No]),
    CONSTRAINT [FK_RunRejects_Runs_RunId] FOREIGN KEY ([RunId]) REFERENCES [Runs] ([Id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_CaseNotes_CaseNo_WrittenAt] ON [CaseNotes] ([CaseNo], [WrittenAt]);

CREATE INDEX [IX_CasePast_ValidUntil] ON [CasePast] ([ValidUntil]);

CREATE INDEX [IX_Cases_EndedAt] ON [Cases] ([EndedAt]);

CREATE INDEX [IX_CaseTerms_SourceId_SaidAt] ON [CaseTerms] ([SourceId], [SaidAt]);

CREATE INDEX [IX_Runs_SourceId_StartedAt] ON [Runs] ([SourceId], [StartedAt]);

CREATE INDEX [IX_Runs_StartedAt] ON [Runs] ([StartedAt]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261123235705_Cases', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Users] ADD [HomeUnit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL;

CREATE TABLE [Events] (
    [Id] uniqueidentifier NOT NULL,
    [Day] date NOT NULL,
    [Text] nvarchar(100) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [Indicator] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Unit] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [WrittenBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NOT NULL,
    [WrittenAt] datetime2(3) NOT NULL,
    [WithdrawnBy] nvarchar(64) COLLATE Chinese_Simplified_Pinyin_100_CI_AS NULL,
    [WithdrawnAt] datetime2(3) NULL,
    CONSTRAINT [PK_Events] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Events_Indicators_Indicator] FOREIGN KEY ([Indicator]) REFERENCES [Indicators] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Events_Units_Unit] FOREIGN KEY ([Unit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION
);

CREATE INDEX [IX_Events_Day] ON [Events] ([Day]);

ALTER TABLE [Users] ADD CONSTRAINT [FK_Users_Units_HomeUnit] FOREIGN KEY ([HomeUnit]) REFERENCES [Units] ([Code]) ON DELETE NO ACTION;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261124031821_Pages', N'10.0.14');

COMMIT;
GO

