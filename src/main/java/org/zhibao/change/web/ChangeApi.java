package org.zhibao.change.web;

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
import org.zhibao.change.ChangeDesk;
import org.zhibao.change.ChangeKind;
import org.zhibao.change.ChangeList;
import org.zhibao.change.ChangePage;
import org.zhibao.change.ChangeQuery;
import org.zhibao.change.ChangeState;
import org.zhibao.change.ChangeView;
import org.zhibao.change.Proposal;
import org.zhibao.change.RegistryChanges;
import org.zhibao.suspension.Downloads;
import org.zhibao.suspension.Uploads;

/** Changes of the registry (名录变更) through the API; everyone sees those of its own area. */
@RestController
@RequestMapping("/api/v1/registry-changes")
class ChangeApi {

    /** What the city decided; a refusal says why. */
    record Verdict(Boolean confirmed, String reason) {
    }

    /** Why a proposal is taken back; may be left out. */
    record Withdrawal(String reason) {
    }

    private final RegistryChanges changes;
    private final ChangeList list;
    private final ChangeDesk desk;

    ChangeApi(RegistryChanges changes, ChangeList list, ChangeDesk desk) {
        this.changes = changes;
        this.list = list;
        this.desk = desk;
    }

    /**
     * The latest first.
     *
     * @param kind   only of this kind
     * @param state  only those that stand there
     * @param before the id where the page before ended
     * @param size   1 to 200
     */
    @GetMapping
    ChangePage all(@RequestParam(required = false) ChangeKind kind, @RequestParam(required = false) ChangeState state,
                   @RequestParam(required = false) Long before,
                   @RequestParam(defaultValue = "" + ChangeQuery.USUAL) int size, Actor actor) {
        return list.page(new ChangeQuery(kind, state, before, size), actor);
    }

    @GetMapping("/{id}")
    ChangeView one(@PathVariable long id, Actor actor) {
        return desk.view(id, actor);
    }

    /** Proposes a change; what a city proposes is applied by that. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ChangeView propose(@RequestBody Proposal proposal, Actor actor) {
        return desk.view(changes.propose(proposal, List.of(), actor), actor);
    }

    @PostMapping("/{id}/decision")
    ChangeView decide(@PathVariable long id, @RequestBody Verdict verdict, Actor actor) {
        changes.decide(id, Decided.require(verdict.confirmed()), verdict.reason(), actor);
        return desk.view(id, actor);
    }

    @PostMapping("/{id}/withdrawal")
    ChangeView withdraw(@PathVariable long id, @RequestBody(required = false) Withdrawal withdrawal, Actor actor) {
        changes.withdraw(id, withdrawal == null ? null : withdrawal.reason(), actor);
        return desk.view(id, actor);
    }

    /** Adds evidence, as {@code multipart/form-data} with parts named {@code files}: PDF, JPEG or PNG of 5 MB at most. */
    @PostMapping(value = "/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ChangeView attach(@PathVariable long id, @RequestParam(required = false) List<MultipartFile> files, Actor actor)
            throws IOException {
        changes.attach(id, Uploads.read(files), actor);
        return desk.view(id, actor);
    }

    /** One attached file as it was uploaded: a picture to be looked at, a PDF to be downloaded. */
    @GetMapping("/{id}/attachments/{number}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number, Actor actor) {
        return Downloads.of(desk.file(id, number, actor));
    }
}
