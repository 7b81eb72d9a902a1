package org.zhibao.lineage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and addresses as they are compared: what people write in different ways for the same thing is left out. */
final class UnitNames {

    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");
    private static final Pattern COMPANY = Pattern.compile(
            "(股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|总公司|集团公司|公司|集团)+$");
    private static final Pattern PROVINCE = Pattern.compile("^(湖南省|湖南)");
    private static final Pattern NUMBER_SIGN = Pattern.compile("[号號]+$");

    private UnitNames() {
    }

    /** A name without widths, brackets, province and kind of company. */
    static String name(String written) {
        String name = COMPANY.matcher(plain(written)).replaceFirst("");
        String local = PROVINCE.matcher(name).replaceFirst("");
        return local.isEmpty() ? name : local;
    }

    /** An address without widths, marks and province. */
    static String address(String written) {
        return NUMBER_SIGN.matcher(PROVINCE.matcher(plain(written)).replaceFirst("")).replaceFirst("");
    }

    private static String plain(String written) {
        String narrow = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return MARKS.matcher(narrow).replaceAll("");
    }
}
