package org.zhibao.registry.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.UnitField;

/** The words a list of units is written with: headings and names of lists, in Chinese and in English. */
@Component
class ListWords {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Map<UnitField, List<String>> headings = new EnumMap<>(UnitField.class);
    private final Map<ListKind, List<String>> kinds = new EnumMap<>(ListKind.class);
    private final MessageSource messages;

    ListWords(MessageSource messages) {
        this.messages = messages;
        for (UnitField field : UnitField.values()) {
            headings.put(field, LANGUAGES.stream().map(l -> plain(of(field.label(), l))).toList());
        }
        for (ListKind kind : ListKind.values()) {
            kinds.put(kind, LANGUAGES.stream().map(l -> plain(of("registry.kind." + kind, l))).toList());
        }
    }

    Optional<UnitField> field(String heading) {
        String plain = plain(heading);
        return headings.entrySet().stream().filter(e -> e.getValue().contains(plain)).map(Map.Entry::getKey).findFirst();
    }

    Optional<ListKind> kind(String word) {
        String plain = plain(word);
        return kinds.entrySet().stream().filter(e -> e.getValue().contains(plain) || e.getKey().name().equals(word))
                .map(Map.Entry::getKey).findFirst();
    }

    String of(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s*＊\\p{Cf}]", "").toLowerCase(Locale.ROOT);
    }
}
