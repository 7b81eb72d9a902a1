package org.zhibao.filing.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhibao.account.Actor;

/** The page on which a receipt is checked against the copy of record. */
@Controller
class ReceiptPage {

    @GetMapping("/receipts")
    String receipts(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        return "receipts";
    }
}
