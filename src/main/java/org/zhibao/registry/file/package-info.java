/** Lists of units as files: read row by row from XLSX and CSV, with what is wrong in each cell; and templates of them. */
package org.zhibao.registry.file;
