package org.zhibao.filing.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.FindingConfirmation;
import org.zhibao.filing.ReviewNotes;
import org.zhibao.filing.ReviewPoint;

/** What reviewers noted about the cells of a report: points with their answers, findings they confirmed. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
class ReviewNotesApi {

    private final ReviewNotes notes;

    ReviewNotesApi(ReviewNotes notes) {
        this.notes = notes;
    }

    @GetMapping("/points")
    List<ReviewPoint> points(@PathVariable long id, Actor actor) {
        return notes.points(id, actor);
    }

    @GetMapping("/confirmations")
    List<FindingConfirmation> confirmations(@PathVariable long id, Actor actor) {
        return notes.confirmations(id, actor);
    }
}
