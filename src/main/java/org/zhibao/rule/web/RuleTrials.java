package org.zhibao.rule.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.RuleAdministration;
import org.zhibao.rule.RuleLooks;
import org.zhibao.rule.RuleText;
import org.zhibao.web.RefusalTexts;

/** Checks a rule that is being written. */
@Component
class RuleTrials {

    private final RuleAdministration rules;
    private final RuleLooks looks;
    private final RuleAnswers answers;
    private final RefusalTexts texts;

    RuleTrials(RuleAdministration rules, RuleLooks looks, RuleAnswers answers, RefusalTexts texts) {
        this.rules = rules;
        this.looks = looks;
        this.answers = answers;
        this.texts = texts;
    }

    /** All that is wrong; if nothing is, the message on an example. */
    RuleAnswers.Checked check(RuleText text, Actor actor, Locale locale) {
        rules.requireWriter(actor);
        try {
            return new RuleAnswers.Checked(List.of(), looks.preview(text, actor).map(answers::preview).orElse(null));
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.UNPROCESSABLE) {
                throw refused;
            }
            return new RuleAnswers.Checked(RuleProblem.of(refused.fields(), text, texts, locale), null);
        }
    }
}
