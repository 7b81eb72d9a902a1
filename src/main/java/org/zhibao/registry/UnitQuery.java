package org.zhibao.registry;

/**
 * Which units a list shows; null filters nothing.
 *
 * @param text   part of a name, or the beginning of a code
 * @param area   a city or county
 * @param active whether they are on the roster
 * @param group  organisation code of their group company
 * @param after  organisation code of the last unit of the page before
 * @param size   1 to {@value #MOST}
 */
public record UnitQuery(String text, String area, ControlLevel level, SourceKind kind, Boolean active, String group,
                        String after, int size) {

    /** The largest page. */
    public static final int MOST = 200;

    /** The same list, so many units of it after this organisation code; null from the beginning. */
    public UnitQuery part(String orgCode, int many) {
        return new UnitQuery(text, area, level, kind, active, group, orgCode, many);
    }
}
