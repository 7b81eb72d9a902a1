package org.zhibao.demo;

import static org.zhibao.registry.SourceKind.WASTEWATER;
import static org.zhibao.registry.SourceKind.WASTE_GAS;
import static org.zhibao.registry.SourceKind.WWTP;

import java.util.List;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/**
 * An industry of GB/T 4754-2011 as the demo knows it.
 *
 * @param code    four digits
 * @param kinds   the kinds of source its units are
 * @param word    what its companies call themselves
 * @param product main product; null for sewage plants
 * @param unit    unit of measure of the product
 * @param output  output of a unit of middling size in a quarter
 * @param metals  whether its wastewater carries heavy metals
 */
record DemoIndustry(String code, Set<SourceKind> kinds, String word, String product, String unit, int output,
                    boolean metals) {

    static final Set<SourceKind> WATER = Set.of(WASTEWATER);
    static final Set<SourceKind> GAS = Set.of(WASTE_GAS);
    static final Set<SourceKind> BOTH = Set.of(WASTEWATER, WASTE_GAS);
    static final Set<SourceKind> PLANT = Set.of(WWTP);

    static final List<DemoIndustry> ALL = List.of(
            new DemoIndustry("0610", WATER, "煤业", "原煤", "吨", 180000, false),
            new DemoIndustry("0912", WATER, "矿业", "铅锌精矿", "吨", 9000, true),
            new DemoIndustry("1351", WATER, "食品", "冷鲜肉", "吨", 6000, false),
            new DemoIndustry("1391", WATER, "淀粉", "淀粉", "吨", 12000, false),
            new DemoIndustry("1512", WATER, "酒业", "白酒", "千升", 1500, false),
            new DemoIndustry("1513", WATER, "啤酒", "啤酒", "千升", 40000, false),
            new DemoIndustry("1713", WATER, "印染", "印染布", "万米", 2200, false),
            new DemoIndustry("1910", WATER, "皮革", "成品革", "万平方米", 90, false),
            new DemoIndustry("2211", WATER, "浆纸", "木浆", "吨", 30000, false),
            new DemoIndustry("2221", WATER, "纸业", "机制纸", "吨", 100000, false),
            new DemoIndustry("2614", WATER, "精化", "有机化学原料", "吨", 15000, false),
            new DemoIndustry("2631", WATER, "农化", "化学农药原药", "吨", 2500, false),
            new DemoIndustry("2710", WATER, "药业", "化学原料药", "吨", 800, false),
            new DemoIndustry("3360", WATER, "表面处理", "电镀件", "万件", 500, true),
            new DemoIndustry("3011", GAS, "水泥", "水泥", "吨", 400000, false),
            new DemoIndustry("3041", GAS, "玻璃", "平板玻璃", "万重量箱", 80, false),
            new DemoIndustry("4411", GAS, "发电", "上网电量", "万千瓦时", 109040, false),
            new DemoIndustry("4430", GAS, "热力", "蒸汽", "吨", 350000, false),
            new DemoIndustry("2511", BOTH, "石化", "汽油和柴油", "吨", 250000, false),
            new DemoIndustry("2520", BOTH, "焦化", "焦炭", "吨", 150000, false),
            new DemoIndustry("2611", BOTH, "酸业", "硫酸", "吨", 60000, false),
            new DemoIndustry("2612", BOTH, "碱业", "烧碱", "吨", 45000, false),
            new DemoIndustry("2613", BOTH, "盐化", "无机盐", "吨", 20000, false),
            new DemoIndustry("2621", BOTH, "氮肥", "尿素", "吨", 75000, false),
            new DemoIndustry("2622", BOTH, "磷肥", "磷酸一铵", "吨", 50000, false),
            new DemoIndustry("3110", BOTH, "炼铁", "生铁", "吨", 300000, false),
            new DemoIndustry("3120", BOTH, "炼钢", "粗钢", "吨", 320000, false),
            new DemoIndustry("3150", BOTH, "铁合金", "铁合金", "吨", 25000, false),
            new DemoIndustry("3211", BOTH, "铜业", "阴极铜", "吨", 25000, true),
            new DemoIndustry("3212", BOTH, "铅锌", "铅锭和锌锭", "吨", 40000, true),
            new DemoIndustry("3215", BOTH, "锑业", "锑锭", "吨", 3000, true),
            new DemoIndustry("3231", BOTH, "钨钼", "仲钨酸铵", "吨", 1200, true),
            new DemoIndustry("4620", PLANT, "水质净化", null, null, 0, false));

    static List<DemoIndustry> of(Set<SourceKind> kinds) {
        return ALL.stream().filter(industry -> industry.kinds.equals(kinds)).toList();
    }

    /** The industry of this code; one without a product if the demo does not know it. */
    static DemoIndustry ofCode(String code) {
        return ALL.stream().filter(industry -> industry.code.equals(code)).findFirst()
                .orElseGet(() -> new DemoIndustry(code, Set.of(), "", null, null, 0, false));
    }
}
