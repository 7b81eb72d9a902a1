package org.zhibao.filing.workbook;

import java.util.List;
import java.util.Map;

/**
 * What stands in a file, not yet cleaned. Cells and tables that the file does not have are left out.
 *
 * @param inputs cells outside tables that the file has, blank ones too
 * @param tables the rows of each table that the file has, wholly blank rows left out; their cells' paths count the rest
 * @param words  explanations, answer and signatories by their keys; blank ones too
 */
record ReadFile(List<Input> inputs, Map<String, List<List<Input>>> tables, Map<String, String> words) {
}
