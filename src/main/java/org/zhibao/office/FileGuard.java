package org.zhibao.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.zhibao.refusal.Refusal;

/**
 * Looks through an uploaded file before anything parses it as a workbook, in one pass and within fixed bounds: whatever
 * is no plain workbook of reasonable size is refused here, so that the parser behind never meets it.
 */
public final class FileGuard {

    /** A downloaded workbook has 20 to 30 parts. */
    private static final int MOST_PARTS = 200;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private static final List<String> MACROS = List.of("vbaproject", "xl/macrosheets/", "xl/dialogsheets/");
    private static final List<String> LINKS = List.of("xl/externallinks/", "xl/connections", "xl/querytables/",
            "xl/datamodel/", "xl/model/");
    private static final List<String> EMBEDDED = List.of("/embeddings/", "xl/activex/", "xl/ctrlprops/", "customui/",
            "webextensions/");
    /** Parts that are no XML and that spreadsheets add by themselves. */
    private static final List<String> BINARY = List.of("xl/media/", "xl/printersettings/", "docprops/", "word/media/",
            "word/fonts/", "word/printersettings/");

    static {
        // what the guard lets pass, POI opens; a sheet of many empty cells may well shrink to less than a hundredth
        ZipSecureFile.setMaxEntrySize(FileLimits.LIST.unpacked());
        ZipSecureFile.setMaxTextSize(FileLimits.LIST.unpacked());
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMinInflateRatio(0.001);
    }

    private final FileLimits limits;

    private FileGuard(FileLimits limits) {
        this.limits = limits;
    }

    /** Refuses with 422 and the reason what is no plain workbook within the limits. */
    public static void requireWorkbook(byte[] file, FileLimits limits) {
        new FileGuard(limits).scan(file).requireWorkbook();
    }

    /** Looks through an office document of whatever kind; refuses what is not harmless. */
    static XmlScan scan(byte[] file, FileLimits limits) {
        return new FileGuard(limits).scan(file);
    }

    private XmlScan scan(byte[] file) {
        requireKind(file);
        Set<String> parts = new HashSet<>();
        XmlScan scan = new XmlScan(limits);
        // reads as POI does: programs that write row by row mark the sizes of parts as the JDK does not understand them
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            long left = limits.unpacked();
            for (ZipArchiveEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
                if (!parts.add(name)) {
                    throw refused("damaged");
                }
                if (parts.size() > MOST_PARTS) {
                    throw refused("unpacked");
                }
                requireHarmless(name);
                byte[] content = zip.readNBytes((int) left + 1);
                left -= content.length;
                if (left < 0) {
                    throw refused("unpacked");
                }
                requireSound(name, content, scan);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw refused("damaged");
        }
        return scan;
    }

    private void requireKind(byte[] file) {
        if (file.length == 0) {
            throw refused("empty");
        }
        if (file.length > limits.megabytes() * 1_000_000L) {
            throw refused("too-big", limits.megabytes());
        }
        if (starts(file, OLE)) {
            throw refused("old-format");
        }
        if (starts(file, PDF)) {
            throw refused("pdf");
        }
        if (!starts(file, ZIP)) {
            throw refused("no-workbook");
        }
    }

    private void requireHarmless(String name) {
        if (MACROS.stream().anyMatch(name::contains)) {
            throw refused("macros");
        }
        if (LINKS.stream().anyMatch(name::contains)) {
            throw refused("links");
        }
        if (EMBEDDED.stream().anyMatch(name::contains)) {
            throw refused("embedded");
        }
    }

    private void requireSound(String name, byte[] content, XmlScan scan) {
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            scan.read(name, content);
        } else if (name.endsWith(".vml")) {
            // drawings of comments need not be well-formed
            scan.readLoosely(content);
        } else if (!name.endsWith("/") && (BINARY.stream().noneMatch(name::startsWith) || XmlScan.looksLikeXml(content))) {
            throw refused("embedded");
        }
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(Arrays.copyOf(file, with.length), with);
    }

    private Refusal refused(String why, Object... arguments) {
        return refused(limits, why, arguments);
    }

    /** Why a file is refused, in the words of what it should have been. */
    public static Refusal refused(FileLimits limits, String why, Object... arguments) {
        return Refusal.field("file", limits.messages() + why, arguments);
    }
}
