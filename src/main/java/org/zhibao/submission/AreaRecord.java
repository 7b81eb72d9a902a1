package org.zhibao.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * What is signed when an area submits: a city's units, or the province's cities. Written as JSON in UTF-8 with keys in
 * alphabetical order, so that the same content always gives the same bytes.
 *
 * @param schema         version of this form
 * @param number         1 for the first signature, and so on
 * @param previousSha256 the SHA-256 of the signature before; null for the first
 */
record AreaRecord(int schema, String period, String area, String areaName, int number, String previousSha256,
                  String signedBy, String signedByName, Instant signedAt, List<Entry> entries) {

    static final int SCHEMA = 1;

    /** The status of a unit that does not report: listed by name, counted among neither all nor complete ones. */
    static final String SUSPENDED = "SUSPENDED";

    /**
     * A unit or a city.
     *
     * @param code        organisation code or region code
     * @param status      its status when it was signed
     * @param revision    number of the revision or signature; 0 if there is none
     * @param sha256      of that revision or signature; empty if there is none
     * @param explanation why it may be missing; null if it is complete
     */
    record Entry(String code, String name, String status, int revision, String sha256, String explanation) {
    }

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
