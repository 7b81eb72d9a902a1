package org.zhibao.workshop.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.web.Languages;
import org.zhibao.web.RefusalTexts;
import org.zhibao.workshop.ModelProblem;

/** What the gate found, as pages and programs get it. */
@Component
class ProblemAnswers {

    /**
     * One problem.
     *
     * @param element id of the element; empty if it is about the whole file
     * @param name    its name
     * @param refuses whether it keeps the file from being deployed
     * @param message what is wrong and what to do, in the reader's language
     * @param zh      the same in Chinese
     * @param en      the same in English
     */
    record Problem(String element, String name, boolean refuses, String message, String zh, String en) {
    }

    private final RefusalTexts texts;

    ProblemAnswers(RefusalTexts texts) {
        this.texts = texts;
    }

    List<Problem> of(List<ModelProblem> problems, Locale locale) {
        return problems.stream().map(p -> new Problem(p.element(), p.name(), p.refuses(), texts.of(p.reason(), locale),
                texts.of(p.reason(), Languages.CHINESE), texts.of(p.reason(), Languages.ENGLISH))).toList();
    }

    /** All of them as one text in both languages, a line each. */
    String told(List<ModelProblem> problems) {
        return of(problems, Languages.CHINESE).stream().map(p -> (p.element().isEmpty() ? "" : "[" + p.element()
                + (p.name().isEmpty() ? "" : " " + p.name()) + "] ") + p.zh() + " " + p.en())
                .collect(Collectors.joining("\n"));
    }
}
