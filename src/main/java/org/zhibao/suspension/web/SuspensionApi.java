package org.zhibao.suspension.web;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhibao.account.Actor;
import org.zhibao.suspension.Declaration;
import org.zhibao.suspension.Downloads;
import org.zhibao.suspension.SuspensionDesk;
import org.zhibao.suspension.SuspensionList;
import org.zhibao.suspension.SuspensionPage;
import org.zhibao.suspension.SuspensionQuery;
import org.zhibao.suspension.SuspensionState;
import org.zhibao.suspension.SuspensionView;
import org.zhibao.suspension.Suspensions;
import org.zhibao.suspension.Uploads;

/** Suspensions (停报) through the API; everyone sees those of its own area. */
@RestController
@RequestMapping("/api/v1/suspensions")
class SuspensionApi {

    /** What the city found; a refusal says why. */
    record Verdict(Boolean accepted, String reason) {
    }

    /** Why a declaration is taken back; may be left out. */
    record Withdrawal(String reason) {
    }

    private final Suspensions suspensions;
    private final SuspensionList list;
    private final SuspensionDesk desk;

    SuspensionApi(Suspensions suspensions, SuspensionList list, SuspensionDesk desk) {
        this.suspensions = suspensions;
        this.list = list;
        this.desk = desk;
    }

    /**
     * The latest first.
     *
     * @param period only those about this period
     * @param state  only those that stand there
     * @param before the id where the page before ended
     * @param size   1 to 200
     */
    @GetMapping
    SuspensionPage all(@RequestParam(required = false) String period,
                       @RequestParam(required = false) SuspensionState state,
                       @RequestParam(required = false) Long before,
                       @RequestParam(defaultValue = "" + SuspensionQuery.USUAL) int size, Actor actor) {
        return list.page(new SuspensionQuery(period, state, before, size), actor);
    }

    @GetMapping("/{id}")
    SuspensionView one(@PathVariable long id, Actor actor) {
        return desk.view(id, actor);
    }

    /** Declares a suspension; what a city declares is verified by that. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SuspensionView declare(@RequestBody Declaration declaration, Actor actor) {
        return desk.view(suspensions.declare(declaration, List.of(), actor), actor);
    }

    @PostMapping("/{id}/decision")
    SuspensionView decide(@PathVariable long id, @RequestBody Verdict verdict, Actor actor) {
        suspensions.decide(id, Decided.require(verdict.accepted()), verdict.reason(), actor);
        return desk.view(id, actor);
    }

    @PostMapping("/{id}/withdrawal")
    SuspensionView withdraw(@PathVariable long id, @RequestBody(required = false) Withdrawal withdrawal, Actor actor) {
        suspensions.withdraw(id, withdrawal == null ? null : withdrawal.reason(), actor);
        return desk.view(id, actor);
    }

    /** Adds evidence, as {@code multipart/form-data} with parts named {@code files}: PDF, JPEG or PNG of 5 MB at most. */
    @PostMapping(value = "/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SuspensionView attach(@PathVariable long id, @RequestParam(required = false) List<MultipartFile> files, Actor actor)
            throws IOException {
        suspensions.attach(id, Uploads.read(files), actor);
        return desk.view(id, actor);
    }

    /** One attached file as it was uploaded: a picture to be looked at, a PDF to be downloaded. */
    @GetMapping("/{id}/attachments/{number}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number, Actor actor) {
        return Downloads.of(desk.file(id, number, actor));
    }
}
