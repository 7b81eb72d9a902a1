package org.zhibao.suspension;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.zhibao.refusal.Refusal;

/** Evidence as a form sends it: a field without a file is no file. */
public final class Uploads {

    private Uploads() {
    }

    /** The files that were chosen. */
    public static List<EvidenceFile> read(List<MultipartFile> files) throws IOException {
        List<MultipartFile> sent = files == null ? List.of() : files.stream()
                .filter(f -> f.getSize() > 0 || f.getOriginalFilename() != null && !f.getOriginalFilename().isEmpty())
                .toList();
        if (sent.size() > EvidenceFile.MOST_FILES) {
            throw Refusal.field("files", "suspension.files-many", EvidenceFile.MOST_FILES);
        }
        List<EvidenceFile> read = new ArrayList<>();
        for (MultipartFile file : sent) {
            EvidenceFile.requireSize(file.getOriginalFilename(), file.getSize());
            read.add(EvidenceFile.of(file.getOriginalFilename(), file.getBytes()));
        }
        return read;
    }
}
