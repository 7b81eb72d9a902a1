package org.zhibao.indicator.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.indicator.AddedIndicator;
import org.zhibao.indicator.IndicatorAdministration;
import org.zhibao.indicator.IndicatorVersion;
import org.zhibao.indicator.ValueType;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.SourceKind;

/** The indicators added by the province and the cities. */
@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorApi {

    /** One version of an indicator. */
    record Version(String code, int version, String area, boolean retired, String effectiveFrom, String zh, String en,
                   String section, String unit, ValueType type, int precision, int scale, int length,
                   String dictionary, boolean required, Set<SourceKind> kinds, List<String> industries, String helpZh,
                   String helpEn, String authorName, String reason, Instant at) {

        static Version of(IndicatorVersion v) {
            AddedIndicator d = v.definition();
            return new Version(v.code(), v.version(), v.area(), v.retired(), v.effectiveFrom().code(), d.zh(), d.en(),
                    d.section(), d.unit(), d.type(), d.precision(), d.scale(), d.length(), d.dictionary(), d.required(),
                    d.kinds(), d.industries(), d.helpZh(), d.helpEn(), v.authorName(), v.reason(), v.at());
        }
    }

    /** The indicators found, each with its latest version. */
    record Found(int total, List<Version> indicators) {
    }

    /** An indicator with all its versions, the latest first. */
    record History(String code, List<Version> versions) {
    }

    /**
     * A version to store.
     *
     * @param code          {@code P001} of the province, {@code C4301_01} of the city 430100
     * @param baseVersion   the version it was made from; 0 for a new indicator
     * @param effectiveFrom the first period it counts for, {@code 2027Q1}
     * @param unit          the Chinese name of a known unit; none for no unit
     * @param type          NUMBER, TEXT, CODE or MONTH
     */
    record NewVersion(String code, int baseVersion, String effectiveFrom, String reason, String zh, String en,
                      String section, String unit, String type, String precision, String scale, String length,
                      String dictionary, boolean required, List<String> kinds, List<String> industries, String helpZh,
                      String helpEn) {

        IndicatorFields fields() {
            return new IndicatorFields(code, String.valueOf(baseVersion), effectiveFrom, reason, zh, en, section, unit,
                    type, precision, scale, length, dictionary, required, kinds,
                    industries == null ? "" : String.join(" ", industries), helpZh, helpEn);
        }
    }

    /** The end of an indicator: no report of this period or a later one asks for it. */
    record Retirement(int baseVersion, String effectiveFrom, String reason) {
    }

    private final IndicatorAdministration administration;
    private final IndicatorLists lists;

    IndicatorApi(IndicatorAdministration administration, IndicatorLists lists) {
        this.administration = administration;
        this.lists = lists;
    }

    /** @param state {@code PLANNED}, {@code IN_FORCE} or {@code RETIRED} */
    @GetMapping
    Found indicators(@RequestParam(required = false) String section, @RequestParam(required = false) String area,
                     @RequestParam(required = false) String state, Actor actor) {
        List<Version> found = lists.lines(new IndicatorLists.Query(section, area, state), actor).stream()
                .map(line -> Version.of(line.latest())).toList();
        return new Found(found.size(), found);
    }

    @GetMapping("/{code}")
    History indicator(@PathVariable String code, Actor actor) {
        return new History(code, administration.history(code, actor).stream().map(Version::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Version save(@RequestBody NewVersion request, Actor actor) {
        IndicatorFields fields = request.fields();
        List<Refusal.FieldError> errors = fields.problems(administration, actor);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return Version.of(administration.save(fields.change(), actor));
    }

    @PostMapping("/{code}/retirement")
    Version retire(@PathVariable String code, @RequestBody Retirement request, Actor actor) {
        return Version.of(administration.retire(code, IndicatorFields.quarter(request.effectiveFrom()).orElse(null),
                request.reason(), request.baseVersion(), actor));
    }
}
