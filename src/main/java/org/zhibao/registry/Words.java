package org.zhibao.registry;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that stand for codes in lists that people write, beside the codes themselves. */
final class Words {

    private static final Map<String, SourceKind> KINDS = Map.of("废水", SourceKind.WASTEWATER, "废气",
            SourceKind.WASTE_GAS, "污水处理厂", SourceKind.WWTP);
    private static final Map<String, Basin> BASINS = Map.of("湘江", Basin.XIANG, "资水", Basin.ZI, "沅江", Basin.YUAN,
            "澧水", Basin.LI, "洞庭湖", Basin.DONGTING, "洞庭湖环湖区", Basin.DONGTING, "长江干流", Basin.YANGTZE, "北江",
            Basin.BEI, "西江", Basin.XI);
    private static final Map<String, String> SIZES = Map.of("大", "1", "大型", "1", "中", "2", "中型", "2", "小", "3",
            "小型", "3", "微", "4", "微型", "4");
    private static final Map<String, String> STATUSES = Map.of("正常", "1", "正常生产", "1", "季节性停产", "2", "停产",
            "3", "关闭", "4");

    private static final Map<String, SourceKind> ALL_KINDS = withCodes(KINDS, SourceKind.values());
    private static final Map<String, Basin> ALL_BASINS = withCodes(BASINS, Basin.values());

    private Words() {
    }

    /** The codes of kinds of source, separated by commas and in their order; empty if a word is none. */
    static Optional<String> kinds(String written) {
        Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
        for (String word : written.split("[,，、;；/\\s]+")) {
            SourceKind kind = ALL_KINDS.get(word.toUpperCase(Locale.ROOT));
            if (kind == null) {
                return Optional.empty();
            }
            kinds.add(kind);
        }
        return kinds.isEmpty() ? Optional.empty() : Optional.of(text(kinds));
    }

    static String text(Set<SourceKind> kinds) {
        return kinds.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static Optional<Basin> basin(String written) {
        return Optional.ofNullable(ALL_BASINS.get(written.toUpperCase(Locale.ROOT)));
    }

    static String size(String written) {
        return SIZES.getOrDefault(written, written);
    }

    static String status(String written) {
        return STATUSES.getOrDefault(written, written);
    }

    private static <E extends Enum<E>> Map<String, E> withCodes(Map<String, E> words, E[] codes) {
        Map<String, E> all = new HashMap<>(words);
        for (E code : codes) {
            all.put(code.name(), code);
        }
        return all;
    }
}
