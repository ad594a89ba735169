using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>Files that are not what they seem, and files that want to harm.</summary>
internal static class HostileFiles
{
    private const int Sector = 512;
    private const int StreamSectors = 8;

    /// <summary>A Word document.</summary>
    public static byte[] Document()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("本周数据见附件")))));
        return stream.ToArray();
    }

    /// <summary>A workbook of which one sheet unpacks to 1 GB.</summary>
    public static byte[] ZipBomb(byte[] workbook) => Replace(workbook, "xl/worksheets/sheet2.xml", (whole, part) =>
    {
        whole.CopyTo(part);
        var blanks = new byte[1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        for (var i = 0; i < 1024; i++) part.Write(blanks);
    });

    /// <summary>A workbook whose texts hold an entity that expands to a billion.</summary>
    public static byte[] EntityBomb(byte[] workbook) => Replace(workbook, "xl/sharedStrings.xml", (_, part) =>
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a0 \"多\">");
        for (var i = 1; i < 10; i++) text.Append(CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        text.Append("]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&a9;</t></si></sst>");
        part.Write(Encoding.UTF8.GetBytes(text.ToString()));
    });

    /// <summary>
    /// What Excel writes for a workbook with a password: an OLE file ([MS-OFFCRYPTO] 2.3) with the streams EncryptionInfo and
    /// EncryptedPackage, here of 4096 bytes each, after one sector of allocations and one of directory.
    /// </summary>
    public static byte[] PasswordProtected()
    {
        var file = new byte[Sector * (3 + (2 * StreamSectors))];
        var header = file.AsSpan(0, Sector);
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header);
        Write16(header, 24, 0x003E, 3, 0xFFFE, 9, 6);
        Write32(header, 44, 1, 1);
        Write32(header, 56, 4096, EndOfChain, 0, EndOfChain, 0, 0);
        for (var at = 80; at < Sector; at += 4) Write32(header, at, Free);

        var allocations = file.AsSpan(Sector, Sector);
        for (var i = 0; i < Sector / 4; i++) Write32(allocations, i * 4, Free);
        Write32(allocations, 0, AllocationSector, EndOfChain);
        for (uint i = 0; i < 2 * StreamSectors; i++) Write32(allocations, (int)(2 + i) * 4, i % StreamSectors == StreamSectors - 1 ? EndOfChain : i + 3);

        var directory = file.AsSpan(2 * Sector, Sector);
        Entry(directory, 0, "Root Entry", kind: 5, child: 1, right: Free, EndOfChain, 0);
        Entry(directory, 1, "EncryptionInfo", kind: 2, child: Free, right: 2, 2, StreamSectors * Sector);
        Entry(directory, 2, "EncryptedPackage", kind: 2, child: Free, right: Free, 2 + StreamSectors, StreamSectors * Sector);
        new Random(7).NextBytes(file.AsSpan(3 * Sector));
        return file;
    }

    private const uint Free = 0xFFFFFFFF;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint AllocationSector = 0xFFFFFFFD;

    private static void Entry(Span<byte> directory, int index, string name, byte kind, uint child, uint right, uint start, uint size)
    {
        var entry = directory.Slice(index * 128, 128);
        Encoding.Unicode.GetBytes(name, entry);
        Write16(entry, 64, (ushort)((name.Length + 1) * 2));
        (entry[66], entry[67]) = (kind, 1);
        Write32(entry, 68, Free, right, child);
        Write32(entry, 116, start, size);
    }

    private static void Write16(Span<byte> bytes, int at, params ReadOnlySpan<ushort> values)
    {
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes[(at + (2 * i))..], values[i]);
    }

    private static void Write32(Span<byte> bytes, int at, params ReadOnlySpan<uint> values)
    {
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes[(at + (4 * i))..], values[i]);
    }

    private static byte[] Replace(byte[] workbook, string name, Action<Stream, Stream> write)
    {
        using var source = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
                if (entry.FullName == name) write(from, to);
                else from.CopyTo(to);
            }
        }

        return stream.ToArray();
    }
}
