package org.zhibao.notice.web;

import java.util.Arrays;
import org.zhibao.filing.FilingStatus;
import org.zhibao.notice.UrgingScope;
import org.zhibao.refusal.Refusal;

/** Whom to urge, as requests carry it; empty means any. */
record UrgingRequest(Long filing, String period, String area, String status, Boolean overdue, String text) {

    UrgingScope scope() {
        return filing != null ? UrgingScope.of(filing) : new UrgingScope(null, given(period), given(area),
                status(given(status)), Boolean.TRUE.equals(overdue) ? Boolean.TRUE : null, given(text));
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static FilingStatus status(String name) {
        return name == null ? null : Arrays.stream(FilingStatus.values()).filter(s -> s.name().equals(name))
                .findFirst().orElseThrow(() -> Refusal.field("status", "refusal.wrong-type"));
    }
}
