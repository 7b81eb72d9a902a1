package org.zhibao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.cert.X509Certificate;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.certificate.web.ClientCertificateConnector;

/** The web server alone, as {@code application.yml} sets it up: no engine, no database, up in a second. */
@Import({SecureCookies.class, ClientCertificateConnector.class, SmallServer.Seen.class})
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class, SslAutoConfiguration.class})
class SmallServer {

    static ServletWebServerApplicationContext start(String... settings) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(SmallServer.class)
                .web(WebApplicationType.SERVLET).bannerMode(Banner.Mode.OFF).properties("server.port=0").run(settings);
    }

    /** Tells what it sees of the caller, and sets a cookie in each of the ways there are. */
    @RestController
    @TestComponent
    static class Seen {

        @GetMapping("/seen")
        String seen(HttpServletRequest request, HttpServletResponse response) {
            request.getSession();
            response.addCookie(new jakarta.servlet.http.Cookie("added", "1"));
            response.addHeader("Set-Cookie", "header=1; Path=/");
            return request.getRemoteAddr() + " " + request.isSecure() + " " + request.getServerName() + " "
                    + (request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                    ? chain[0].getSubjectX500Principal().getName() : "");
        }

        @GetMapping("/away")
        void away(HttpServletResponse response) throws java.io.IOException {
            response.sendRedirect("/seen");
        }
    }
}
