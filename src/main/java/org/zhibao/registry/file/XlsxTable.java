package org.zhibao.registry.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;
import org.zhibao.office.FileGuard;
import org.zhibao.office.FileLimits;
import org.zhibao.refusal.Refusal;

/** Reads the first sheet of a workbook as a stream: a workbook held in memory cell by cell takes a hundred times its size. */
final class XlsxTable {

    private XlsxTable() {
    }

    static Table read(byte[] file) {
        FileGuard.requireWorkbook(file, FileLimits.LIST);
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(workbook, false);
            Iterator<InputStream> sheets = new XSSFReader(workbook).getSheetsData();
            if (!sheets.hasNext()) {
                throw FileGuard.refused(FileLimits.LIST, "damaged");
            }
            try (InputStream first = sheets.next()) {
                return new SheetRows(texts).read(first);
            }
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException damaged) {
            throw FileGuard.refused(FileLimits.LIST, "damaged");
        }
    }
}
