package org.zhibao.suspension;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.attachment.AttachmentSamples;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** What people send about suspensions. */
final class SuspensionSamples {

    static final String API = "/api/v1/suspensions";
    static final String WHY = "锅炉大修，全季停产，无废水废气排放";
    static final byte[] PNG = AttachmentSamples.image("png");
    static final byte[] PDF = AttachmentSamples.pdf();

    private SuspensionSamples() {
    }

    /** The declaration of a stop in the filing's own period, with some fields otherwise. */
    static Map<String, Object> declaration(FilingSummary filing, Object... changed) {
        Map<String, Object> declaration = new HashMap<>(Map.of("orgCode", filing.orgCode(), "from", filing.period(),
                "to", filing.period(), "kind", "STOPPED", "explanation", WHY));
        for (int i = 0; i < changed.length; i += 2) {
            declaration.put((String) changed[i], changed[i + 1]);
        }
        return declaration;
    }

    static Answer upload(HttpApi.Caller caller, String path, String name, byte[]... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return caller.with("Content-Type", "multipart/form-data; boundary=part").postBytes(path, body.toByteArray());
    }

    /** A PDF as long as this. */
    static byte[] pdf(int length) {
        byte[] file = Arrays.copyOf(PDF, length);
        System.arraycopy(PDF, 0, file, length - PDF.length, PDF.length);
        return file;
    }
}
