package org.zhibao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Changes the language for good when an address carries {@code ?lang=zh-CN} or {@code ?lang=en}; ignores other values. */
class LanguageSwitch implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wish = request.getParameter("lang");
        if ("zh-CN".equals(wish) || "en".equals(wish)) {
            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, Locale.forLanguageTag(wish));
        }
        return true;
    }
}
