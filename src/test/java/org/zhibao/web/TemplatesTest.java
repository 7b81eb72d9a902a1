package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages hold neither styles nor code, print nothing unescaped and evaluate nothing twice. */
class TemplatesTest {

    private static final Pattern INLINE = Pattern.compile("\\s(th:)?style\\s*=|<style|\\s(th:)?on[a-z]+\\s*=|javascript:"
            + "|<script(?![^>]*(src=|type=\"text/form-script\"|type=\"application/json\"))");
    private static final Pattern RAW = Pattern.compile("th:utext|\\[\\(|__\\$\\{|__#\\{");

    @Test
    void noPageHasAnInlineStyleOrScript() throws IOException {
        for (Path page : pages()) {
            // papers are made into PDF, no browser reads them
            if (!page.toString().contains("/print/")) {
                assertThat(INLINE.matcher(Files.readString(page)).results().map(r -> r.group())).as("%s", page).isEmpty();
            }
        }
    }

    @Test
    void noPagePrintsTextAsMarkupOrEvaluatesIt() throws IOException {
        for (Path page : pages()) {
            // the one line that has Tasklist load our script; the address in it is ours
            String others = Files.readString(page).replaceAll("th:utext=\"\\|import\\('\\$\\{module}'\\)[^\"]*\"", "");
            assertThat(RAW.matcher(others).results().map(r -> r.group())).as("%s", page).isEmpty();
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String root : List.of("src/main/resources/templates", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".html")).forEach(pages::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(20);
        return pages;
    }
}
