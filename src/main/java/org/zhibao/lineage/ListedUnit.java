package org.zhibao.lineage;

/**
 * A unit as a list has it, as far as it can be told from others by it. Texts may be empty, never null.
 *
 * @param orgCode        organisation code
 * @param uscc           unified social credit code
 * @param formerName     曾用名
 * @param representative legal representative
 */
public record ListedUnit(String orgCode, String uscc, String name, String formerName, String address,
                         String representative, String cityCode, String countyCode, String industryCode) {
}
