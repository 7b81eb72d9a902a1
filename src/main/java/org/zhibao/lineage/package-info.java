/** How units follow each other: whose history a unit's history is, matches of one year's list with the next one's. */
package org.zhibao.lineage;
