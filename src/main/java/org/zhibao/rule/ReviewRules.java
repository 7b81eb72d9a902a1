package org.zhibao.rule;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.period.Quarter;
import org.zhibao.registry.SourceKind;

/** The review rules (审核规则) as they are in force for a report's period and city. */
@Component
public class ReviewRules {

    /**
     * What the rules say about a report.
     *
     * @param findings blocking ones first, then those to explain, then hints, each in the order of the form
     * @param versions the version of every rule that looked at it
     */
    public record Review(List<Finding> findings, Map<String, Integer> versions) {
    }

    private interface Source {

        RuleSet inForce(Quarter period, String city);
    }

    private final Source source;

    @Autowired
    ReviewRules(RuleBook book) {
        this.source = book::inForce;
    }

    ReviewRules(IndicatorCatalogue catalogue, InputStream yaml) {
        this(catalogue, RuleFile.read(yaml));
    }

    private ReviewRules(IndicatorCatalogue catalogue, RuleFile file) {
        RuleCompiler compiler = new RuleCompiler(catalogue);
        RuleSet all = new RuleSet(catalogue, file.rules().stream()
                .map(e -> compiler.compile(e.id(), e.version(), e.text(file.sets()))).toList());
        this.source = (period, city) -> all;
    }

    /**
     * The rules shipped with the platform, without a database.
     *
     * @throws BadRule if one cannot be used as it is written
     */
    public static ReviewRules shipped(IndicatorCatalogue catalogue) {
        return new ReviewRules(catalogue, RuleFile.shipped());
    }

    /** @throws RuleFailed if a rule gives neither true nor false */
    public Review review(ReviewSubject subject) {
        return inForce(subject).review(subject);
    }

    /** The same rules for a browser; the report's own figures do not matter. */
    public LiveRules live(ReviewSubject subject) {
        return inForce(subject).live(subject);
    }

    private RuleSet inForce(ReviewSubject subject) {
        return source.inForce(Quarter.containing(subject.periodStart()), subject.unit().getOrDefault("cityCode", ""));
    }

    /** The findings of {@link #review(ReviewSubject)}. */
    public List<Finding> check(ReviewSubject subject) {
        return review(subject).findings();
    }

    /**
     * What the rules look at in a period and city on the form of units of these kinds, by cell ({@code B07},
     * {@code A26.product_output}), the severest first.
     */
    public Map<String, List<RuleOutline>> outlines(Quarter period, String city, Set<SourceKind> kinds, Locale locale) {
        return source.inForce(period, city).outlines(kinds, locale);
    }

    /** By how much a figure may change before it has to be explained, by code; figures without a limit are left out. */
    public Map<String, ChangeLimit> changeLimits(Quarter period, String city) {
        return source.inForce(period, city).changeLimits();
    }

    /** The ids of all rules in force for a period in a city, in the order of their codes. */
    List<String> ids(Quarter period, String city) {
        return source.inForce(period, city).ids();
    }
}
