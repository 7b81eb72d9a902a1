package org.zhibao.filing.web;

import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.AnnualStatistics;

/** Annual statistics through the API; there is no page for them. */
@RestController
@RequestMapping("/api/v1/annual-figures")
class AnnualStatisticsApi {

    /** How many units' figures were taken over. */
    record TakenOver(int year, int units) {
    }

    private final AnnualStatistics statistics;

    AnnualStatisticsApi(AnnualStatistics statistics) {
        this.statistics = statistics;
    }

    /** @param figures organisation code to indicator code to number, {@code {"183810013": {"B03": "4000000"}}} */
    @PutMapping("/{year}")
    TakenOver takeOver(@PathVariable int year, @RequestBody Map<String, Map<String, String>> figures, Actor actor) {
        return new TakenOver(year, statistics.takeOver(year, figures, actor));
    }
}
