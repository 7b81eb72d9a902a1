package org.zhibao.workshop.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;
import org.zhibao.workshop.Deployed;
import org.zhibao.workshop.ModelVersion;
import org.zhibao.workshop.Workshop;

/** Where administrators open, compare and take back processes and decision tables; auditors look. */
@Controller
class WorkshopPages {

    private final Workshop workshop;
    private final RefusalTexts texts;

    WorkshopPages(Workshop workshop, RefusalTexts texts) {
        this.workshop = workshop;
        this.texts = texts;
    }

    /** A file on the list; {@code differs} if the software came with another than the one in force. */
    record Row(Deployed deployed, boolean differs) {
    }

    @GetMapping("/admin/models")
    String models(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("models", workshop.inForce(actor).stream()
                .map(d -> new Row(d, workshop.shippedDiffers(d.version().file(), actor))).toList());
        return "models";
    }

    /** @param deployed the version that was deployed just now, if any */
    @GetMapping("/admin/models/{file}")
    String model(@PathVariable String file, @RequestParam(required = false) Integer deployed, Actor actor, Model model) {
        List<Deployed> history = workshop.history(file, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("file", file);
        model.addAttribute("history", history);
        model.addAttribute("current", history.get(0).version());
        model.addAttribute("differs", workshop.shippedDiffers(file, actor));
        if (deployed != null && deployed == history.get(0).version().version()) {
            model.addAttribute("deployed", deployed);
        }
        model.addAttribute("administrator", actor.administersPlatform());
        return "model";
    }

    /** @param version the version to begin with, 0 for the shipped file; without it the one in force */
    @GetMapping("/admin/models/{file}/edit")
    String edit(@PathVariable String file, @RequestParam(required = false) Integer version, Actor actor, Model model) {
        ModelVersion current = workshop.history(file, actor).get(0).version();
        int opened = version == null ? current.version() : version;
        workshop.content(file, opened, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("file", file);
        model.addAttribute("current", current);
        model.addAttribute("opened", opened);
        model.addAttribute("administrator", actor.administersPlatform());
        return "model-edit";
    }

    @GetMapping("/admin/models/{file}/compare")
    String compare(@PathVariable String file, @RequestParam(defaultValue = "0") int left,
                   @RequestParam(required = false) Integer right, Actor actor, Model model) {
        List<Deployed> history = workshop.history(file, actor);
        int other = right == null ? history.get(0).version().version() : right;
        workshop.content(file, left, actor);
        workshop.content(file, other, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("file", file);
        model.addAttribute("history", history);
        model.addAttribute("current", history.get(0).version());
        model.addAttribute("left", left);
        model.addAttribute("right", other);
        return "model-compare";
    }

    /** The file itself, as it was deployed. */
    @GetMapping("/admin/models/{file}/content")
    ResponseEntity<byte[]> content(@PathVariable String file, @RequestParam(defaultValue = "0") int version, Actor actor) {
        return ResponseEntity.ok().contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
                .body(workshop.content(file, version, actor));
    }

    @PostMapping("/admin/models/{file}/return")
    String takeBack(@PathVariable String file, @RequestParam(defaultValue = "0") int version,
                    @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "-1") int base, Actor actor,
                    RedirectAttributes next, Locale locale) {
        workshop.requireAdministrator(actor);
        try {
            next.addFlashAttribute("deployed", workshop.returnTo(file, version, reason, base, actor).version());
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            next.addFlashAttribute("refusal", refused.fields().isEmpty() ? texts.of(refused.text(), locale)
                    : String.join(" ", refused.fields().stream().map(f -> texts.of(f.text(), locale)).toList()));
            next.addFlashAttribute("reason", reason);
        }
        return "redirect:/admin/models/" + file;
    }
}
