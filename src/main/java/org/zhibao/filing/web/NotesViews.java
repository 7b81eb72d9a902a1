package org.zhibao.filing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FindingConfirmation;
import org.zhibao.filing.ReviewNotes;
import org.zhibao.filing.ReviewPoint;
import org.zhibao.filing.attachment.Attachment;
import org.zhibao.filing.attachment.Attachments;
import org.zhibao.filing.web.NotesView.PointView;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.ValueType;
import org.zhibao.rule.Finding;
import org.zhibao.web.Presentation;

/** Lays out for the templates what stands beside the cells of a report. */
@Component
class NotesViews {

    private final ReviewNotes notes;
    private final Attachments attachments;
    private final IndicatorCatalogue catalogue;
    private final Presentation show;

    NotesViews(ReviewNotes notes, Attachments attachments, IndicatorCatalogue catalogue, Presentation show) {
        this.notes = notes;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.show = show;
    }

    NotesView of(FilingDossier dossier, Actor actor, Locale locale) {
        long id = dossier.filing().id();
        Paths paths = new Paths(dossier.form(), locale);
        Map<String, String> messages = dossier.findings().stream().collect(Collectors.toMap(Finding::fingerprint,
                f -> f.message(locale), (first, second) -> first));
        Function<ReviewPoint, PointView> laid = p -> point(p, paths, messages, locale);
        List<FindingConfirmation> confirmations = notes.confirmations(id, actor);
        return new NotesView(notes.points(id, actor).stream().map(laid).toList(),
                dossier.draftVersion() < 0 ? List.of() : notes.toAnswer(id, actor).stream().map(laid).toList(),
                confirmations.stream().collect(Collectors.groupingBy(FindingConfirmation::fingerprint,
                        LinkedHashMap::new, Collectors.toList())),
                attachments.of(id, actor).stream().collect(Collectors.groupingBy(Attachment::key, LinkedHashMap::new,
                        Collectors.toList())),
                confirmations.stream().filter(c -> c.role() == actor.role()).map(FindingConfirmation::fingerprint)
                        .toList(), dossier.draftVersion() < 0 ? Map.of() : notes.returnedCells(id, actor));
    }

    private PointView point(ReviewPoint p, Paths paths, Map<String, String> messages, Locale locale) {
        Optional<ReviewPoint.Answer> answer = Optional.ofNullable(p.answer());
        return new PointView(p.id(), p.key(), p.revision(), p.fields(),
                paths.known(p.field()) ? Paths.id(p.field()) : null, paths.name(p.field()),
                p.fingerprint() == null ? "" : messages.getOrDefault(p.fingerprint(), ""), p.text(), p.whole(), p.role(),
                p.userName(), p.at(), shown(p.field(), p.before(), paths, locale),
                shown(p.field(), answer.map(ReviewPoint.Answer::after).orElse(null), paths, locale),
                answer.map(a -> a.state().name()).orElse("OPEN"), answer.map(ReviewPoint.Answer::text).orElse(""),
                answer.map(ReviewPoint.Answer::revision).orElse(null), answer.map(ReviewPoint.Answer::at).orElse(null));
    }

    private String shown(String field, String value, Paths paths, Locale locale) {
        if (value == null) {
            return "";
        }
        return paths.indicator(field).map(i -> shown(i, value, locale)).orElse(value);
    }

    private String shown(Indicator indicator, String value, Locale locale) {
        if (indicator.type() == ValueType.CODE) {
            return catalogue.dictionary(indicator.dictionary()).entry(value).map(e -> e.name(locale)).orElse(value);
        }
        return indicator.numeric() ? show.number(value) : value;
    }
}
