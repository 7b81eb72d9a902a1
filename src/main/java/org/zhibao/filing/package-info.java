/** The quarterly report of one unit: draft, submitted revisions, explanations, decisions, status. */
package org.zhibao.filing;
