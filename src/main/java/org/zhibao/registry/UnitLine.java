package org.zhibao.registry;

import java.util.Set;

/** A unit in a list. */
public record UnitLine(String orgCode, String uscc, String name, String formerName, String cityCode, String countyCode,
                       String industryCode, Set<SourceKind> kinds, Set<ControlLevel> controlLevels, boolean active) {
}
