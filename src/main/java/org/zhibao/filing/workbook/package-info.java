/** Reports filled in without a network: as a workbook (XLSX) and as CSV, written, read back, cleaned and marked. */
package org.zhibao.filing.workbook;
