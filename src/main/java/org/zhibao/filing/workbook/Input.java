package org.zhibao.filing.workbook;

import org.zhibao.indicator.Indicator;

/**
 * A cell of a file that was written in.
 *
 * @param path the report's cell it stands for
 */
record Input(String path, Indicator indicator, Place place, Raw raw) {
}
