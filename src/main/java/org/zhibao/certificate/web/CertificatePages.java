package org.zhibao.certificate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.certificate.CertificateLists;
import org.zhibao.certificate.CertificateQuery;
import org.zhibao.certificate.CertificateState;
import org.zhibao.certificate.Certificates;
import org.zhibao.certificate.Certificates.Issued;
import org.zhibao.certificate.Registration;
import org.zhibao.certificate.Revocation;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** The pages on which the certificates of an area are kept. */
@Controller
@RequestMapping(CertificatePages.HERE)
class CertificatePages {

    static final String HERE = "/admin/certificates";

    private final Certificates certificates;
    private final CertificateLists lists;
    private final Registration registration;

    CertificatePages(Certificates certificates, CertificateLists lists, Registration registration) {
        this.certificates = certificates;
        this.lists = lists;
        this.registration = registration;
    }

    /** @param state name of a state; anything else filters nothing */
    @GetMapping
    String list(@RequestParam(required = false) String text, @RequestParam(required = false) String state,
                @RequestParam(required = false) Long before, @RequestParam(defaultValue = "") String userId, Actor actor,
                Model model) {
        CertificateState chosen = Arrays.stream(CertificateState.values()).filter(s -> s.name().equals(state)).findFirst()
                .orElse(null);
        return shown(new CertificateQuery(text == null || text.isBlank() ? null : text.strip(), chosen, before), userId,
                actor, model);
    }

    /** The password is shown in the answer itself and nowhere again. */
    @PostMapping
    String issue(@RequestParam(defaultValue = "") String userId, Actor actor, Model model, HttpServletResponse response) {
        try {
            return told(certificates.issue(userId, actor), actor, model);
        } catch (Refusal refused) {
            return again(refused, userId, actor, model, response);
        }
    }

    @PostMapping("/{id}/renewal")
    String renew(@PathVariable long id, Actor actor, Model model, HttpServletResponse response) {
        try {
            return told(certificates.renew(id, actor), actor, model);
        } catch (Refusal refused) {
            return again(refused, "", actor, model, response);
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id, @RequestParam(defaultValue = "UNSPECIFIED") Revocation why,
                  @RequestParam(defaultValue = "") String reason, Actor actor, Model model, HttpServletResponse response,
                  RedirectAttributes next) {
        try {
            certificates.revoke(id, why, reason, actor);
        } catch (Refusal refused) {
            return again(refused, "", actor, model, response);
        }
        next.addFlashAttribute("done", "certificate.now-revoked");
        return "redirect:" + HERE;
    }

    /** The key, once. */
    @PostMapping("/{id}/package")
    ResponseEntity<byte[]> download(@PathVariable long id, Actor actor) {
        return OwnCertificatePages.file(certificates.download(id, actor));
    }

    /** @param file a certificate of the other authority, DER or PEM */
    @PostMapping("/registration")
    String register(@RequestParam(defaultValue = "") String userId, @RequestParam(required = false) MultipartFile file,
                    Actor actor, Model model, HttpServletResponse response, RedirectAttributes next) throws IOException {
        try {
            registration.register(userId, file == null ? new byte[0] : file.getBytes(), actor);
        } catch (Refusal refused) {
            return again(refused, userId, actor, model, response);
        }
        next.addFlashAttribute("done", "certificate.now-registered");
        return "redirect:" + HERE;
    }

    private String again(Refusal refused, String userId, Actor actor, Model model, HttpServletResponse response) {
        RefusalTexts.show(refused, model, response);
        return shown(new CertificateQuery(null, null, null), userId, actor, model);
    }

    private static String told(Issued issued, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("issued", issued);
        return "certificate-issued";
    }

    private String shown(CertificateQuery query, String userId, Actor actor, Model model) {
        model.addAttribute("page", lists.page(query, actor));
        model.addAttribute("actor", actor);
        model.addAttribute("query", query);
        model.addAttribute("userId", userId);
        model.addAttribute("states", CertificateState.values());
        model.addAttribute("reasons", Revocation.values());
        model.addAttribute("renewalDays", lists.renewalDays());
        model.addAttribute("issuing", certificates.open());
        model.addAttribute("registering", registration.open());
        return "certificates";
    }
}
