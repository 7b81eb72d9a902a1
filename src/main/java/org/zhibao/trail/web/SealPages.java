package org.zhibao.trail.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditSeals;
import org.zhibao.audit.AuditVerdict;
import org.zhibao.refusal.Refusal;
import org.zhibao.trail.TrailProof;
import org.zhibao.web.RefusalTexts;

/** The seals of the trail, and whether it still is what was sealed. */
@Controller
class SealPages {

    private static final int SHOWN = 20;

    private final AuditSeals seals;
    private final TrailProof proof;

    SealPages(AuditSeals seals, TrailProof proof) {
        this.seals = seals;
        this.proof = proof;
    }

    @GetMapping("/audit/seals")
    String seals(Actor actor, Model model) {
        AuditPages.requireAuditor(actor);
        return show(actor, model);
    }

    /**
     * Looks at the seals from a number on.
     *
     * @param number of a seal noted earlier, with its {@code hash}; both empty for none
     */
    @PostMapping("/audit/seals/verify")
    String verify(@RequestParam(defaultValue = "1") long from, @RequestParam(defaultValue = "") String number,
                  @RequestParam(defaultValue = "") String hash, Actor actor, Model model, HttpServletResponse response) {
        AuditPages.requireAuditor(actor);
        try {
            AuditVerdict verdict = proof.verify(from, number.strip(), hash.strip(), actor);
            model.addAttribute("verdict", verdict);
        } catch (Refusal refused) {
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
        }
        model.addAttribute("notedNumber", number);
        model.addAttribute("notedHash", hash);
        return show(actor, model);
    }

    private String show(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("seals", seals.latest(SHOWN));
        model.addAttribute("unsealed", seals.unsealed());
        return "audit-seals";
    }
}
