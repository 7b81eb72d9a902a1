package org.zhibao.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Writes drafts and copies of record as canonical JSON: UTF-8, no white space, keys in alphabetical order, times in
 * ISO 8601 with UTC. The same content always gives the same bytes.
 */
@Component
class RecordCodec {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] bytes(Object document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String text(ReportDocument document) {
        return new String(bytes(document), java.nio.charset.StandardCharsets.UTF_8);
    }

    ReportDocument document(String text) {
        try {
            return json.readValue(text, ReportDocument.class);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    CopyOfRecord copyOfRecord(byte[] bytes) {
        try {
            return json.readValue(bytes, CopyOfRecord.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
