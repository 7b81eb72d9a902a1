package org.zhibao.registry.file;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Reads the rows of one sheet: texts, numbers as they are kept, and which cells are formulas, errors or merged. */
class SheetRows {

    /** Larger numbers are no codes; they stay as they are written. */
    private static final double MOST = 1e21;
    private static final int LONGEST_NUMBER = 40;
    private static final XMLInputFactory FACTORY = factory();

    private final SharedStrings texts;
    private final Map<Integer, Table.Row> rows = new TreeMap<>();

    private Table.Row row;
    private int column;
    private String type;
    private boolean formula;

    SheetRows(SharedStrings texts) {
        this.texts = texts;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    Table read(InputStream sheet) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(sheet);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    start(xml);
                }
            }
        } catch (XMLStreamException damaged) {
            throw new IllegalArgumentException(damaged);
        }
        return new Table(rows.values().stream().filter(r -> !r.empty()).toList());
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "row" -> {
                String number = xml.getAttributeValue(null, "r");
                row = row(number != null ? Integer.parseInt(number) : row == null ? 1 : row.number() + 1);
                column = -1;
            }
            case "c" -> {
                String reference = xml.getAttributeValue(null, "r");
                column = reference != null ? new CellReference(reference).getCol() : column + 1;
                type = xml.getAttributeValue(null, "t");
                formula = false;
            }
            case "f" -> {
                formula = true;
                fault("formula");
            }
            case "v" -> value(xml.getElementText());
            case "is" -> text(inline(xml));
            case "mergeCell" -> merged(CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref")));
            default -> { }
        }
    }

    private void value(String raw) {
        if ("s".equals(type)) {
            text(texts.getItemAt(Integer.parseInt(raw.strip())).getString());
        } else if ("e".equals(type)) {
            fault("error-value");
        } else {
            text("str".equals(type) || "b".equals(type) ? raw : number(raw.strip()));
        }
    }

    private static String inline(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = true;
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && "t".equals(xml.getLocalName()) && reading) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                // how a word is pronounced is not part of it
                reading = !"rPh".equals(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                reading = true;
            }
        }
        return new XSSFRichTextString(text.toString()).getString();
    }

    /** A number as a person would write it: spreadsheets keep {@code 183810013} as {@code 1.83810013E8}. */
    private static String number(String raw) {
        if (raw.length() > LONGEST_NUMBER || Math.abs(Double.parseDouble(raw)) >= MOST) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw);
        return number.scale() > LONGEST_NUMBER ? raw : number.stripTrailingZeros().toPlainString();
    }

    private void text(String value) {
        if (column >= Table.MOST_COLUMNS || formula) {
            return;
        }
        List<String> cells = row.cells();
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value.strip());
    }

    private void merged(CellRangeAddress range) {
        if (range.getFirstColumn() < Table.MOST_COLUMNS) {
            row(range.getFirstRow() + 1).faults().put(range.getFirstColumn(), "merged");
        }
    }

    private void fault(String what) {
        if (column < Table.MOST_COLUMNS) {
            row.faults().put(column, what);
        }
    }

    private Table.Row row(int number) {
        return rows.computeIfAbsent(number, n -> new Table.Row(n, new ArrayList<>(), new HashMap<>()));
    }
}
