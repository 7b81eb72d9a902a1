package org.zhibao.operation.web;

import java.util.Arrays;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhibao.filing.Stage;
import org.zhibao.operation.ClockQuery;

/** The filter of the clocks console as its address says it; what names nothing filters nothing. */
record ClockFilter(String process, String kind, String stage, String area, String due, String state, Integer page) {

    ClockQuery query() {
        return new ClockQuery(like("[^\\p{Cntrl}]+", process), named(ClockQuery.Kind.values(), kind),
                named(Stage.values(), stage), like("\\d{6}", area), named(ClockQuery.Due.values(), due),
                named(ClockQuery.State.values(), state), page == null ? 1 : page);
    }

    /** Where the same is shown; {@code page} null for the first. */
    public String address(Integer to) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/clocks");
        with(address, "process", process);
        with(address, "kind", kind);
        with(address, "stage", stage);
        with(address, "area", area);
        with(address, "due", due);
        with(address, "state", state);
        with(address, "page", to == null ? null : to.toString());
        return address.encode().build().toString();
    }

    private static void with(UriComponentsBuilder address, String name, String value) {
        if (blankToNull(value) != null) {
            address.queryParam(name, value);
        }
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
    }

    private static String like(String pattern, String text) {
        String given = blankToNull(text);
        return given != null && given.matches(pattern) ? given : null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
