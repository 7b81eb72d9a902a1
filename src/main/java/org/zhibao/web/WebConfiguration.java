package org.zhibao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** How pages find their language, and how long browsers keep scripts and styles. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver(Languages.COOKIE);
        resolver.setCookiePath("/");
        resolver.setCookieMaxAge(FOR_EVER);
        resolver.setCookieSameSite("Lax");
        // a cookie someone has tampered with must not stop a page from opening
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(WebConfiguration::languageOfBrowser);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.ROOT + "**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
    }

    private static Locale languageOfBrowser(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Languages.CHINESE
                : Languages.firstOf(Collections.list(request.getLocales()));
    }
}
