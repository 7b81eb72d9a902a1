package org.zhibao.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhibao.registry.Region;

/** Makes up names of companies, each once, and of persons. */
final class DemoNames {

    private static final List<String> FIRST = split("湘澧沅资岳衡楚麓潇洣渌涟舂汨浏酉溆巫雪云耒蒸沩汜");
    private static final List<String> SECOND = split("岭畔澍嵘垚禾澄晖湄岚樾璟桐堃沚汀屿黎墨苇");
    private static final List<String> SURNAMES = split("周李陈刘罗何谭彭唐曾邓肖蒋欧贺易龙向石田");
    private static final List<String> GIVEN = List.of("青禾", "稻生", "望舒", "清源", "澄江", "安澜", "明远", "思齐", "晓岚",
            "文博", "立夏", "春和", "景行", "若水", "知行", "云帆", "海平", "秋实", "子衿", "长风");

    private final Set<String> given = new HashSet<>();

    /** A name nobody has yet: place, two rare characters, the industry's word. */
    String company(Region county, DemoIndustry industry, Draw draw) {
        int start = draw.below(FIRST.size() * SECOND.size());
        for (int i = 0; i < FIRST.size() * SECOND.size(); i++) {
            int pair = (start + i) % (FIRST.size() * SECOND.size());
            String name = shortName(county) + FIRST.get(pair / SECOND.size()) + SECOND.get(pair % SECOND.size())
                    + industry.word() + "有限公司";
            if (given.add(name)) {
                return name;
            }
        }
        throw new IllegalStateException("no name left in " + county.name());
    }

    static String person(Draw draw) {
        return draw.from(SURNAMES) + draw.from(GIVEN);
    }

    /** {@code 芙蓉} of 芙蓉区, {@code 城步} of 城步苗族自治县, but {@code 南县} whole. */
    static String shortName(Region county) {
        String stem = county.name().replaceFirst("((苗族|侗族|瑶族|土家族)+自治县|[县市区])$", "");
        return stem.length() < 2 ? county.name() : stem;
    }

    private static List<String> split(String characters) {
        return characters.codePoints().mapToObj(Character::toString).toList();
    }
}
