-- Creates the database of record. Run once by a DBA, before the first start or before schema.sql:
--   sqlcmd -S SERVER -I -i create-database.sql
-- The program itself needs no more than db_owner of this database (migrations) or, where a DBA runs schema.sql,
-- db_datareader, db_datawriter and EXECUTE.

IF DB_ID(N'MetricsDashboard') IS NULL
    CREATE DATABASE [MetricsDashboard] COLLATE Chinese_Simplified_Pinyin_100_CI_AS;
GO

-- SQL Server 2017: what the program's SQL is written for.
ALTER DATABASE [MetricsDashboard] SET COMPATIBILITY_LEVEL = 140;
GO

-- Every transaction of the program runs under snapshot isolation: readers never wait for writers, and a writer that met
-- another one runs again.
ALTER DATABASE [MetricsDashboard] SET ALLOW_SNAPSHOT_ISOLATION ON;
GO

-- The job queue's own statements read committed; they must not wait either.
ALTER DATABASE [MetricsDashboard] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

ALTER DATABASE [MetricsDashboard] SET RECOVERY FULL;
GO
