package org.zhibao.casefile.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhibao.audit.Sha256;

/**
 * Packs files with a manifest of their hashes: {@code manifest.json} for programs and {@code SHA256SUMS} for
 * {@code sha256sum -c}. The same files give the same bytes.
 */
final class EvidenceZip {

    static final String SCHEMA = "zhibao-evidence-1";

    /** One file of the bundle. */
    record Listed(String path, int bytes, String sha256) {
    }

    /** All files of the bundle but itself and the sums. */
    record Manifest(String schema, String period, String orgCode, List<Listed> files) {
    }

    /** A ZIP knows only when a file was changed; when evidence came about stands inside. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private EvidenceZip() {
    }

    static byte[] of(String period, String orgCode, Map<String, byte[]> files) {
        Map<String, byte[]> all = new TreeMap<>(files);
        List<Listed> listed = new ArrayList<>();
        all.forEach((path, content) -> listed.add(new Listed(path, content.length, Sha256.of(content))));
        byte[] manifest = json(new Manifest(SCHEMA, period, orgCode, listed));
        StringBuilder sums = new StringBuilder();
        listed.forEach(f -> sums.append(f.sha256()).append("  ").append(f.path()).append('\n'));
        sums.append(Sha256.of(manifest)).append("  manifest.json\n");
        all.put("manifest.json", manifest);
        all.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        return packed(all);
    }

    private static byte[] packed(Map<String, byte[]> files) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setTimeLocal(NO_TIME);
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] json(Manifest manifest) {
        try {
            return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(manifest);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
