package org.zhibao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.zhibao.refusal.Refusal;

/** Refusals on pages: the error page, saying what happened. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageRefusals {

    private final RefusalTexts texts;

    PageRefusals(RefusalTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        // as answers to programs leave it: filters around the page see why it was refused
        request.setAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE, refusal);
        int status = RefusalTexts.status(refusal.kind()).value();
        response.setStatus(status);
        ModelAndView page = new ModelAndView("error");
        page.addObject("status", status);
        page.addObject("message", texts.of(refusal.text(), locale));
        return page;
    }
}
