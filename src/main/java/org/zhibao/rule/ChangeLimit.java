package org.zhibao.rule;

import java.math.BigDecimal;

/**
 * By how much a figure may change against an earlier quarter before it has to be explained (R45, R46).
 *
 * @param explain the relative change, such as 0.30
 * @param floor   smaller figures are not compared
 */
public record ChangeLimit(BigDecimal explain, BigDecimal floor) {
}
