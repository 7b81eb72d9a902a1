package org.zhibao.registry;

import java.util.List;

/** One page of units: {@code next} is the organisation code to go on after; null on the last page. */
public record UnitPage(List<UnitLine> units, long total, String next) {
}
