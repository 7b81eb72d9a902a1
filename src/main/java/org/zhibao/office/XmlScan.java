package org.zhibao.office;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhibao.refusal.Refusal;

/** Reads the XML parts of a workbook as a stream: counts elements and rows, and refuses document types and links out. */
class XmlScan {

    private static final int DEEPEST = 64;
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static final String TEXT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static final XMLInputFactory FACTORY = factory();

    private final FileLimits limits;
    private int elements;
    private boolean workbook;
    private boolean text;

    XmlScan(FileLimits limits) {
        this.limits = limits;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    void read(String name, byte[] part) {
        boolean sheet = name.startsWith("xl/worksheets/");
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            int rows = 0;
            for (int depth = 0; xml.hasNext();) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw refused("damaged");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    if (++depth > DEEPEST) {
                        throw refused("damaged");
                    }
                    count(1);
                    look(name, xml);
                    if (sheet && "row".equals(xml.getLocalName()) && ++rows > limits.rows()) {
                        throw refused("rows", String.valueOf(limits.rows()));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } catch (XMLStreamException damaged) {
            throw refused("damaged");
        }
    }

    void readLoosely(byte[] part) {
        String text = new String(part, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY") || text.indexOf('\u0000') >= 0) {
            throw refused("damaged");
        }
        count((int) text.chars().filter(c -> c == '<').count() / 2);
    }

    static boolean looksLikeXml(byte[] part) {
        String start = new String(part, 0, Math.min(part.length, 64), StandardCharsets.ISO_8859_1).strip();
        return start.startsWith("<") || start.contains("<\u0000?") || start.contains("\u0000<") || start.contains("<?xml");
    }

    void requireWorkbook() {
        if (!workbook) {
            throw refused("no-workbook");
        }
    }

    /** Whether it is a text document (DOCX) and nothing else. */
    boolean isText() {
        return text && !workbook;
    }

    /** Whether it is a workbook (XLSX) and nothing else. */
    boolean isWorkbook() {
        return workbook && !text;
    }

    private Refusal refused(String why, Object... arguments) {
        return FileGuard.refused(limits, why, arguments);
    }

    private void count(int more) {
        elements += more;
        if (elements > limits.elements()) {
            throw refused("rows", String.valueOf(limits.rows()));
        }
    }

    private void look(String part, XMLStreamReader xml) {
        if ("[content_types].xml".equals(part)) {
            String type = String.valueOf(xml.getAttributeValue(null, "ContentType"));
            if (type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                throw refused(type.contains("binary") ? "no-workbook" : "macros");
            }
            workbook = workbook || MAIN.equals(type);
            text = text || TEXT.equals(type);
        } else if (part.endsWith(".rels") && "Relationship".equals(xml.getLocalName())
                && "External".equalsIgnoreCase(xml.getAttributeValue(null, "TargetMode"))
                && !String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/hyperlink")) {
            throw refused("links");
        }
    }
}
