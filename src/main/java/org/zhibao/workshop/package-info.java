/** The workshop: processes and decision tables, read, compared, checked and deployed by administrators. */
package org.zhibao.workshop;
